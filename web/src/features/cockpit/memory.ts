import type { Entry } from "./talk"

/**
 * What was said, kept for this tab: the store tells nothing twice that was heard, and a phone drops pages that are out of sight.
 */
function keptAt(sessionId: string): string {
  return `jiga.talk.${sessionId}`
}

export function remembered(sessionId: string): readonly Entry[] {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(keptAt(sessionId)) ?? "[]")
    return Array.isArray(entries) ? entries : []
  } catch {
    return []
  }
}

export function remember(sessionId: string, entries: readonly Entry[]): void {
  try {
    sessionStorage.setItem(keptAt(sessionId), JSON.stringify(entries.map(still)))
  } catch {
    // There is no room: it is read no more than once anyway.
  }
}

export function forget(sessionId: string): void {
  sessionStorage.removeItem(keptAt(sessionId))
}

/** As it is without the line that it was said on: nobody waits for an answer any more, and why there is none was an object of then. */
function still(entry: Entry): Entry {
  if (entry.who === "agent") return { ...entry, done: true }
  if (entry.who !== "player") return entry
  const { error: _, ...said } = entry
  return entry.state === "answered" || entry.state === "silent" ? entry : { ...said, state: "answered" }
}
