import type { ListingPage, OwnAgent } from "@jiga/store"

const STANDINGS = ["draft", "waiting", "active", "paused", "under_review", "suspended", "unpublished"] as const
/** Where an agent is between being made and being hired. */
export type Standing = (typeof STANDINGS)[number]

export function standingOf(agent: Pick<OwnAgent, "runtime">, listing: ListingPage | null | undefined): Standing {
  if (listing) return STANDINGS.find((standing) => standing === listing.status) ?? "under_review"
  return agent.runtime ? "draft" : "waiting"
}
