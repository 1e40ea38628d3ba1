import { keepPreviousData } from "@tanstack/react-query"
import { store } from "../../app/session"
import type { RevenueDay } from "./types"

/** The question for what each day brought, in days of UTC. */
export function revenue(from: string, to: string) {
  return {
    queryKey: ["console", "revenue", from, to],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const query = { from, to }
      const { days } = await store().request<{ days: RevenueDay[] }>(
        { method: "GET", path: "/admin/revenue", query },
        { signal },
      )
      return days
    },
    placeholderData: keepPreviousData,
  }
}

/** Today, as the store counts days: UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What a day brought in all. */
export function sumOf({ revenue: share, fees }: RevenueDay): number {
  return share + fees
}
