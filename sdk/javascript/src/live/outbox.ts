import { JigaError } from "../errors.js"
import type { Said } from "./said.js"

/** The store reads nothing more of a line with 64 unanswered messages; this leaves room for what has no number. */
const MOST_ON_THE_LINE = 48
/** How many last words are known when they come twice. */
const REMEMBERED = 256
/** What waits for a broken line: hours of a game's events. */
const MOST_WAITING = 10_000

/**
 * @internal What was said and is not answered yet, in its order. Numbers are given when a frame goes over the line; one that the
 * store has taken in keeps its number for ever, and one that it has not may get another.
 */
export class Outbox {
  /** On the line, in the order of their numbers. */
  readonly #sent = new Map<number, Said>()
  /** Not on the line yet, or not any more. */
  #waiting: Said[] = []
  readonly #done = new Set<number>()
  #next = 1
  #order = 0
  /** A frame was refused, so those behind it are, too; nothing is sent until the store has said so of each. */
  #renumbering = false

  get size(): number {
    return this.#sent.size + this.#waiting.length
  }

  *[Symbol.iterator](): Iterator<Said> {
    yield* this.#sent.values()
    yield* this.#waiting
  }

  bySeq(seq: number): Said | undefined {
    return this.#sent.get(seq)
  }

  /** Whether its last word was heard before: what comes now came twice. */
  isDone(seq: number): boolean {
    return this.#done.has(seq)
  }

  add(said: Said): void {
    if (said.type === "frame") this.#overtake()
    if (this.#waiting.length >= MOST_WAITING) {
      throw new JigaError(`${MOST_WAITING} frames wait for the line already.`)
    }
    said.order = ++this.#order
    this.#waiting.push(said)
  }

  /** Gives up what never went over the line. @returns whether that was still possible */
  withdraw(said: Said): boolean {
    const at = this.#waiting.indexOf(said)
    // What went over a line that broke has a number that the store may know.
    if (at < 0 || said.seq !== undefined) return false
    this.#waiting.splice(at, 1)
    return true
  }

  /** A new line: what the store has taken in is asked for again under its number, all else goes anew. */
  resume(lastAccepted: number): void {
    const accepted: Said[] = []
    const anew: Said[] = []
    for (const said of this) {
      if (said.seq !== undefined && said.seq <= lastAccepted) accepted.push(said)
      else {
        said.seq = undefined
        anew.push(said)
      }
    }
    this.#sent.clear()
    this.#waiting = [...accepted, ...anew]
    this.#next = lastAccepted + 1
    this.#renumbering = false
  }

  /** What may go over the line now, each with its number. */
  *ready(): Generator<[number, Said]> {
    while (!this.#renumbering && this.#sent.size < MOST_ON_THE_LINE) {
      const said = this.#waiting.shift()
      if (!said) return
      const seq = said.seq ?? this.#next++
      this.#sent.set(seq, said)
      yield [seq, said]
    }
  }

  /** What is on the line, each with its number. */
  onTheLine(): IterableIterator<[number, Said]> {
    return this.#sent.entries()
  }

  answered(seq: number): void {
    this.#sent.delete(seq)
    this.#done.add(seq)
    if (this.#done.size > REMEMBERED) for (const oldest of this.#done) if (this.#done.delete(oldest)) break
    this.#settle()
  }

  /** The store did not take it in: its number is free, and those behind it are refused as well. */
  refused(seq: number): void {
    this.#sent.delete(seq)
    this.#next = Math.min(this.#next, seq)
    this.#renumbering = true
    this.#settle()
  }

  /** One of those behind, or one whose forerunner got lost: all from the expected number on go anew, before what came later. */
  outOfOrder(seq: number, expected: number): void {
    for (const [number, said] of this.#sent) {
      if (number < expected || number > seq) continue
      this.#sent.delete(number)
      said.seq = undefined
      const behind = this.#waiting.findIndex((other) => other.order > said.order)
      this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, said)
    }
    this.#next = Math.min(this.#next, expected)
    this.#renumbering = true
    this.#settle()
  }

  clear(): void {
    this.#sent.clear()
    this.#waiting = []
  }

  #settle(): void {
    if (this.#sent.size === 0) this.#renumbering = false
  }

  /** A picture that still waits is worth nothing once there is a newer one. */
  #overtake(): void {
    const old = this.#waiting.findIndex((said) => said.type === "frame" && said.seq === undefined)
    const [said] = old < 0 ? [] : this.#waiting.splice(old, 1)
    said?.reply.settle({ seq: 0, text: "", dofConsumed: 0, also: [], skipped: true })
  }
}
