import type { ListingPage, OwnAgent } from "@jiga/store"
import type { MessageId } from "../../app/messages"
import { type Standing, standingOf } from "./standing"
import type { Tab } from "./tabs"

/** What an owner would do next with an agent, and where. */
export interface NextStep {
  says: MessageId
  tab: Tab
}

const OF_STANDING: Partial<Record<Standing, NextStep>> = {
  draft: { says: "studio.next.publish", tab: "market" },
  waiting: { says: "studio.next.runtime", tab: "agent" },
  paused: { says: "studio.next.resume", tab: "market" },
  under_review: { says: "studio.next.underReview", tab: "market" },
  suspended: { says: "studio.next.suspended", tab: "market" },
  unpublished: { says: "studio.next.publishAgain", tab: "market" },
}

type Seen = Pick<OwnAgent, "runtime" | "imageUrl">

/** The one thing that helps most now. */
export function nextStep(agent: Seen, listing: ListingPage | null): NextStep {
  const next = OF_STANDING[standingOf(agent, listing)]
  if (next || !listing) return next ?? { says: "studio.next.publish", tab: "market" }
  if ((listing.stats.totalHires ?? 0) > 0) {
    return (listing.stats.ratingCount ?? 0) > 0
      ? { says: "studio.next.reviews", tab: "results" }
      : { says: "studio.next.hired", tab: "results" }
  }
  if (!agent.imageUrl) return { says: "studio.next.picture", tab: "agent" }
  if (listing.games.length === 0) return { says: "studio.next.games", tab: "market" }
  if (listing.tags.length === 0) return { says: "studio.next.tags", tab: "market" }
  return { says: "studio.next.tryOut", tab: "try" }
}
