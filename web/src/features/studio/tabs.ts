/** The parts of an agent's page; which one is shown stands in the address. */
export const TABS = ["results", "market", "agent", "try"] as const
export type Tab = (typeof TABS)[number]

export function tabOf(params: URLSearchParams): Tab {
  return TABS.find((tab) => tab === params.get("tab")) ?? "results"
}

export function addressOf(id: string, tab: Tab): string {
  return tab === "results" ? `/studio/agents/${id}` : `/studio/agents/${id}?tab=${tab}`
}
