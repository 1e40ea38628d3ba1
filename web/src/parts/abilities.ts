import type { Listing } from "@jiga/store"
import type { Say } from "../app/text"

/** What an agent can besides answering. */
export function abilitiesOf(agent: Listing["agent"], say: Say): string[] {
  return [
    agent.hasVoiceChat && say("agent.voice"),
    agent.hasCommentator && say("agent.commentator"),
    agent.hasMemory && say("agent.memory"),
  ].filter((ability) => ability !== false)
}

/** A language by its tag, named in the reader's; the tag, where nobody knows it. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag
  } catch {
    return tag
  }
}
