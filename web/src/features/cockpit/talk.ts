import type { Answer, ResponsePart } from "@jiga/store"

/** What the player asked. */
export interface Asked {
  who: "player"
  key: number
  text: string
  state: "waiting" | "answered" | "silent" | "failed"
  dof?: number
  error?: unknown
}

/** What the agent says. */
export interface Spoken {
  who: "agent"
  key: number
  seq: number
  /** Absent for an answer; else such as `commentary`. */
  kind?: string
  title?: string
  text: string
  done: boolean
  /** What it cost, once it is said, where nobody had asked. */
  dof?: number
}

/** What happened in the game, what the agent noticed, or what one should know. */
export interface Note {
  who: "game" | "noticed" | "warning"
  key: number
  text: string
}

export type Entry = Asked | Spoken | Note

/** More is not shown, so that an evening does not fill a phone. */
const KEPT = 300

/** What was said in a session, the newest last. Entries are replaced, never changed: what is the same object looks the same. */
export class Talk {
  readonly #changed: () => void
  #entries: readonly Entry[] = []
  #next = 1

  /** @param before what was said before this page was opened */
  constructor(changed: () => void, before: readonly Entry[] = []) {
    this.#changed = changed
    this.#entries = before
    this.#next = 1 + Math.max(0, ...before.map(({ key }) => key))
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  asked(text: string): number {
    const key = this.#next++
    this.#add({ who: "player", key, text, state: "waiting" })
    return key
  }

  /** The price stands at the question, and not at the answer again. */
  answered(key: number, { seq, text, dofConsumed: dof }: Pick<Answer, "seq" | "text" | "dofConsumed">): void {
    this.#replace(key, (entry) =>
      entry.who === "player" ? { ...entry, state: text ? "answered" : "silent", dof } : entry,
    )
    const answer = this.#spoken(seq)
    if (answer) this.#replace(answer.key, () => ({ ...answer, dof: 0 }))
  }

  unanswered(key: number, error: unknown): void {
    this.#replace(key, (entry) => (entry.who === "player" ? { ...entry, state: "failed", error } : entry))
  }

  happened(kind: string, about: Record<string, unknown>): void {
    const details = Object.entries(about).map(([name, value]) => `${name} ${plain(value)}`)
    this.#note("game", [kind.replaceAll("_", " "), ...details].join(" · "))
  }

  noticed(text: string): void {
    this.#note("noticed", text)
  }

  warned(text: string): void {
    this.#note("warning", text)
  }

  heard(part: ResponsePart): void {
    const { seq, kind, title, text, done, dofConsumed: dof, restart } = part
    const before = this.#spoken(seq)
    if (kind !== undefined) {
      if (text) this.#add({ who: "agent", key: this.#next++, seq, kind, text, done: true, ...(title && { title }) })
      if (done && before) this.#replace(before.key, (entry) => ({ ...entry, done }) as Spoken)
    } else if (before) {
      const said = restart ? text : before.text + text
      this.#replace(before.key, () => ({ ...before, text: said, done, ...(done && dof !== undefined && { dof }) }))
    } else if (text) {
      this.#add({ who: "agent", key: this.#next++, seq, text, done, ...(done && dof !== undefined && { dof }) })
    }
  }

  #spoken(seq: number): Spoken | undefined {
    return this.#entries.findLast(
      (entry): entry is Spoken => entry.who === "agent" && entry.seq === seq && entry.kind === undefined,
    )
  }

  #note(who: Note["who"], text: string): void {
    this.#add({ who, key: this.#next++, text })
  }

  #add(entry: Entry): void {
    this.#entries = [...this.#entries.slice(1 - KEPT), entry]
    this.#changed()
  }

  #replace(key: number, change: (entry: Entry) => Entry): void {
    this.#entries = this.#entries.map((entry) => (entry.key === key ? change(entry) : entry))
    this.#changed()
  }
}

function plain(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value)
}
