import type { ListingPage, OwnAgent } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { queries } from "../../app/queries"
import { store } from "../../app/session"

/** An agent of one's own; null where it is somebody else's. */
export function useOwnAgent(id: string) {
  return useQuery({
    queryKey: ["studio", "agent", id],
    queryFn: async ({ signal }) => {
      const agent = await store().agents.get(id, {}, { signal })
      return "configuration" in agent ? (agent as OwnAgent) : null
    },
  })
}

type Offered = Pick<OwnAgent, "id" | "marketplaceStatus">

/** How an agent stands on the market; null where it never was. */
export function useListing(agent: Offered) {
  const queryKey = ["studio", "listing", agent.id]
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<ListingPage | null> => {
      // A draft has no listing, and asking for one is an error in the browser's console.
      const known = agent.marketplaceStatus.isPublished || queries.getQueryData(queryKey)
      if (!known && !(await wasPublished(agent.id, signal))) return null
      return store().marketplace.get(agent.id, { expand: ["stats"] }, { signal })
    },
  })
}

async function wasPublished(id: string, signal: AbortSignal): Promise<boolean> {
  for await (const { marketplaceStatus } of store().agents.versions(id, { limit: 100 }, { signal }))
    if (marketplaceStatus.isPublished) return true
  return false
}

/** Asks anew for all that a change of an agent may have changed. */
export async function agentChanged(agent?: OwnAgent): Promise<void> {
  if (agent) queries.setQueryData(["studio", "agent", agent.id], agent)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["studio"] }),
    queries.invalidateQueries({ queryKey: ["listing"] }),
    queries.invalidateQueries({ queryKey: ["search"] }),
  ])
}

/** What was published may take a moment to stand in the agent; the listing itself is there at once. */
export async function listingChanged(id: string): Promise<void> {
  queries.setQueryData(["studio", "listing", id], await store().marketplace.get(id, { expand: ["stats"] }))
  await agentChanged()
}
