import type { Session } from "@jiga/store"
import type { MessageId } from "../app/messages"
import type { Say } from "../app/text"

const STATES = ["pending", "scheduled", "active", "paused", "ended", "expired", "failed"] as const
const OVER: readonly string[] = ["ended", "expired", "failed"]

/** Whether one can still go on with it. */
export function isOpen({ status }: Pick<Session, "status">): boolean {
  return !OVER.includes(status)
}

/** How it stands, in words; a newer store's own word where there is none. */
export function stateOf({ status }: Pick<Session, "status">, say: Say): string {
  const known = STATES.find((one) => one === status)
  return known ? say(`session.state.${known}`) : status
}

/** What is special about it, if it is not hired. */
export function typeOf({ type }: Pick<Session, "type">, say: Say): string | undefined {
  const known = (["trial", "owned"] as const).find((one) => one === type)
  return known && say(`session.type.${known}`)
}

const REASONS = [
  "ended_by_player",
  "ended_by_operator",
  "allocation_exhausted",
  "away_too_long",
  "trial_over",
  "time_limit",
  "never_connected",
] as const

/** Why a session ended, as a message; a newer store knows more reasons. */
export function endMessage(reason: string): MessageId {
  const known = REASONS.find((one) => one === reason)
  return known ? `session.end.${known}` : "session.end.other"
}
