/** What one may look for in the console: words of the store's own, which a test compares with what it has. */

export const ACTS = [
  "user.suspend",
  "user.restore",
  "user.grant",
  "listing.suspend",
  "listing.restore",
  "listing.feature",
  "listing.unfeature",
  "session.end",
  "agent.train",
  "agent.untrain",
  "dead-letter.retry",
  "dead-letter.drop",
] as const

export const LISTING_STATES = ["active", "paused", "under_review", "suspended", "unpublished"] as const

export const SESSION_STATES = ["active", "paused", "pending", "scheduled", "ended", "expired", "failed"] as const
