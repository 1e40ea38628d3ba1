import type { Session } from "@jiga/store"
import type { MessageId } from "../app/messages"
import { knows, type Say } from "../app/text"

const OVER: readonly string[] = ["ended", "expired", "failed"]

/** Whether one can still go on with it. */
export function isOpen({ status }: Pick<Session, "status">): boolean {
  return !OVER.includes(status)
}

/** What is special about it, if it is not hired. */
export function typeOf({ type }: Pick<Session, "type">, say: Say): string | undefined {
  const id = `session.type.${type}`
  return knows(id) ? say(id) : undefined
}

/** Why a session ended, as a message; a newer store knows more reasons. */
export function endMessage(reason: string): MessageId {
  const id = `session.end.${reason}`
  return knows(id) ? id : "session.end.other"
}
