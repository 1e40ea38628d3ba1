import type { AgentResponseFrame, ClientFrame } from "../generated/frames.js"
import type { Answer, ResponsePart } from "./events.js"
import { Reply } from "./reply.js"

/** @internal A frame that can cost something, before it has its number. */
export type Metered = Extract<ClientFrame, { seq: number }>["type"]

/**
 * @internal One thing that was said: what goes to the store, and what has been heard about it so far. The store may tell all of it a
 * second time; whoever listens hears each piece once.
 */
export class Said {
  readonly reply = new Reply()
  readonly type: Metered
  data: object
  /** Its place among all that was said here. */
  order = 0
  /** Its number, once it has one. */
  seq: number | undefined
  /** When it was sent last. */
  sentAt = 0
  /** How often the store has shown since that it reads what comes after this. */
  passed = 0

  /** What the listeners have of the text. */
  #told = ""
  /** What the store has said of it since the frame was sent last. */
  #saying = ""
  /** What else was told, so that it is known when it comes again. */
  readonly #toldBeside = new Map<string, number>()
  #sayingBeside = new Map<string, number>()
  readonly #also: ResponsePart[] = []
  #emotion: string | undefined

  constructor(type: Metered, data: object) {
    this.type = type
    this.data = data
  }

  /** It goes over the line, perhaps again: the store will tell everything from the beginning. */
  sent(seq: number, now: number): string {
    this.seq = seq
    this.sentAt = now
    this.passed = 0
    this.#saying = ""
    this.#sayingBeside = new Map()
    return JSON.stringify({ type: this.type, seq, data: this.data })
  }

  /** Whether this was not told before. */
  isNews(key: string): boolean {
    const times = (this.#sayingBeside.get(key) ?? 0) + 1
    this.#sayingBeside.set(key, times)
    if (times <= (this.#toldBeside.get(key) ?? 0)) return false
    this.#toldBeside.set(key, times)
    return true
  }

  /** @returns the part that is news, or undefined when it was all told before */
  hear(seq: number, data: AgentResponseFrame["data"]): ResponsePart | undefined {
    if (data.emotion !== undefined) this.#emotion = data.emotion
    const done = data.done
    const about = { ...pick(data), seq, done }
    if (data.kind !== undefined) {
      const part: ResponsePart = { ...about, text: data.text }
      if (!this.isNews(`response ${data.kind} ${data.text}`))
        return done ? this.#last({ ...about, text: "" }, data.dofConsumed) : undefined
      this.#also.push(part)
      return done ? this.#last(part, data.dofConsumed) : part
    }
    this.#saying += data.text
    const fresh = this.#fresh(done)
    if (!done) return fresh && { ...about, ...fresh }
    return this.#last({ ...about, text: "", ...fresh }, data.dofConsumed)
  }

  /** The whole, when nothing more is said. */
  answer(seq: number, dofConsumed: number, forgotten?: true): Answer {
    return {
      seq,
      text: this.#told,
      dofConsumed,
      also: this.#also,
      ...(this.#emotion === undefined ? {} : { emotion: this.#emotion }),
      ...(forgotten ? { forgotten } : {}),
    }
  }

  #last(part: ResponsePart, dofConsumed = 0): ResponsePart {
    return { ...part, done: true, dofConsumed, answer: this.answer(part.seq, dofConsumed) }
  }

  /** What of the text so far is new to the listeners. */
  #fresh(done: boolean): { text: string; restart?: true } | undefined {
    const [told, saying] = [this.#told, this.#saying]
    if (told.startsWith(saying) && (!done || told === saying)) return undefined
    this.#told = saying
    if (saying.startsWith(told)) return { text: saying.slice(told.length) }
    // The frame had not reached the store's books before the line broke, and the agent answers in other words now.
    return { text: saying, restart: true }
  }
}

function pick({ kind, title, level, emotion }: AgentResponseFrame["data"]): Partial<ResponsePart> {
  return JSON.parse(JSON.stringify({ kind, title, level, emotion })) as Partial<ResponsePart>
}
