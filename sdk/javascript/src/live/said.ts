import type { AckFrame, AgentResponseFrame, ClientFrame } from "../generated/frames.js"
import type { ResponsePart } from "./events.js"
import { Reply } from "./reply.js"

/** @internal What is said about a frame; an `ack` says it without words. */
export type Heard = AgentResponseFrame["data"] & { forgotten?: true }

/** @internal A frame that can cost something, before it has its number. */
export type Metered = Extract<ClientFrame, { seq: number }>["type"]

/**
 * @internal One thing that was said: what goes to the store, and what has been heard about it so far. The store may tell all of it a
 * second time; whoever listens hears each piece once.
 */
export class Said {
  readonly reply = new Reply()
  readonly type: Metered
  /** Its data, as they were when it was said: what the game does with them later is not of this. */
  json = ""
  /** Its place among all that was said here. */
  order = 0
  /** Its number, once it has one. */
  seq: number | undefined
  /** When it was sent, or something was heard about it, whichever came last. */
  stirred = 0
  /** Whether what is being told was told before. */
  #replayed = false

  /** What the listeners have of the text. */
  #told = ""
  /** What the store has said of it since the frame was sent last. */
  #saying = ""
  /** The last piece of it. */
  #part = 0
  /** What else was told, so that it is known when it comes again. */
  #toldBeside: Map<string, number> | undefined
  #sayingBeside: Map<string, number> | undefined
  readonly #also: ResponsePart[] = []
  #emotion: string | undefined

  constructor(type: Metered) {
    this.type = type
  }

  /** It goes over a line, perhaps a second one: the store will tell everything from the beginning. */
  sent(seq: number, now: number): string {
    this.#fromTheBeginning(false)
    return this.again(seq, now)
  }

  /** It goes once more over the same line, because nothing is heard of it; what is being told goes on all the same. */
  again(seq: number, now: number): string {
    this.seq = seq
    this.stirred = now
    return `{"type":"${this.type}","seq":${seq},"data":${this.json}}`
  }

  #heard(replayed: boolean): void {
    this.stirred = Date.now()
    if (replayed && !this.#replayed) this.#fromTheBeginning(true)
  }

  /** The store begins to tell it, again perhaps. */
  #fromTheBeginning(replayed: boolean): void {
    this.#replayed = replayed
    this.#part = 0
    this.#saying = ""
    this.#sayingBeside = undefined
  }

  /** Whether this was not told before. */
  isNews(key: string, replayed = false): boolean {
    this.#heard(replayed)
    this.#sayingBeside ??= new Map()
    this.#toldBeside ??= new Map()
    const times = (this.#sayingBeside.get(key) ?? 0) + 1
    this.#sayingBeside.set(key, times)
    if (times <= (this.#toldBeside.get(key) ?? 0)) return false
    this.#toldBeside.set(key, times)
    return true
  }

  /** It is taken in, and nothing is said, or nothing more: what becomes of most events, so it takes no detour. */
  taken(seq: number, data: AckFrame["data"]): ResponsePart | undefined {
    if (this.#told || this.#saying || this.#also.length > 0 || data.forgotten)
      return this.hear(seq, { text: "", ...data })
    const { dofConsumed } = data
    const answer = { seq, text: "", dofConsumed, also: this.#also }
    return { seq, text: "", done: true, dofConsumed, answer }
  }

  /** @returns the part that is news, or undefined when it was all told before */
  hear(seq: number, data: Heard): ResponsePart | undefined {
    const { text, dofConsumed = 0, replayed = false, forgotten, part, ...about } = data
    this.#heard(replayed)
    // The same piece twice, by somebody between the store and us.
    if (part !== undefined && part <= this.#part) return undefined
    this.#part = part ?? this.#part
    const { kind, done, emotion } = about
    this.#emotion = emotion ?? this.#emotion
    if (forgotten) this.#saying = this.#told
    let news: { text: string; restart?: true } | undefined
    if (kind === undefined) {
      this.#saying += text
      news = this.#fresh(done)
    } else if (this.isNews(`response ${kind} ${text}`)) {
      news = { text }
      this.#also.push({ ...about, seq, text })
    }
    if (!done) return news && { ...about, seq, ...news }
    const [emotional, forgot] = [this.#emotion && { emotion: this.#emotion }, forgotten && { forgotten }]
    const answer = { seq, text: this.#told, dofConsumed, also: this.#also, ...emotional, ...forgot }
    return { ...about, seq, text: "", ...news, dofConsumed, answer }
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
