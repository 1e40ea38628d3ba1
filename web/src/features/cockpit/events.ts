/** A moment of a match: what happened, or what the player asked, so many milliseconds after the moment before. */
export interface Moment {
  after: number
  event?: { kind: string; about: Record<string, unknown> }
  question?: string
}

/** A line that is no event, and why. */
export interface BadLine {
  line: number
  why: "json" | "kind"
}

/**
 * Reads JSON lines: an event by itself, `{"kind": "kill", …}`; a frame, `{"type": "game_event", "data": {…}}`; or a recorded one,
 * `{"afterMillis": 500, "frame": {…}}`.
 */
export function read(text: string): { moments: Moment[]; bad: BadLine[] } {
  const moments: Moment[] = []
  const bad: BadLine[] = []
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.trim()) continue
    const moment = momentOf(line)
    if (typeof moment === "string") bad.push({ line: index + 1, why: moment })
    else moments.push(moment)
  }
  return { moments, bad }
}

function momentOf(line: string): Moment | BadLine["why"] {
  let said: unknown
  try {
    said = JSON.parse(line)
  } catch {
    return "json"
  }
  const recorded = record(said)
  if (!recorded) return "json"
  const frame = record(recorded.frame) ?? recorded
  const data = record(frame.data) ?? frame
  const after = typeof recorded.afterMillis === "number" && recorded.afterMillis > 0 ? recorded.afterMillis : 0
  if (frame.type === "text_input" && typeof data.text === "string") return { after, question: data.text }
  const { kind, ...about } = data
  return typeof kind === "string" && kind ? { after, event: { kind, about } } : "kind"
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** Plays moments in their time, until it is paused or over. */
export class Player {
  readonly moments: readonly Moment[]
  readonly #play: (moment: Moment) => void
  readonly #changed: () => void
  #at = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(moments: readonly Moment[], play: (moment: Moment) => void, changed: () => void) {
    this.moments = moments
    this.#play = play
    this.#changed = changed
  }

  /** How many moments were played. */
  get at(): number {
    return this.#at
  }

  get plays(): boolean {
    return this.#timer !== undefined
  }

  get isOver(): boolean {
    return this.#at >= this.moments.length
  }

  play(): void {
    if (this.#timer !== undefined) return
    this.#plan()
    this.#changed()
  }

  pause(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#changed()
  }

  #plan(): void {
    const next = this.moments[this.#at]
    this.#timer = next && setTimeout(() => this.#step(next), next.after)
  }

  #step(moment: Moment): void {
    this.#at++
    this.#plan()
    this.#play(moment)
    this.#changed()
  }
}
