import type { Answer, ResponsePart } from "./events.js"

/**
 * An answer on its way. Iterate over it for its pieces as they come, or await it for the whole; both, or neither: it reaches
 * `response` in any case, and is paid once.
 *
 * @example
 * ```ts
 * for await (const part of live.say("They push B, what now?")) process.stdout.write(part.text)
 *
 * const { text, dofConsumed } = await live.say("They push B, what now?")
 * console.log(text, dofConsumed)
 * ```
 */
export class Reply implements PromiseLike<Answer>, AsyncIterable<ResponsePart> {
  readonly #whole: Promise<Answer>
  readonly #parts: ResponsePart[] = []
  #wake: (() => void)[] = []
  #over = false
  #resolve!: (answer: Answer) => void
  #reject!: (error: unknown) => void
  /** @internal Whether somebody will hear of a failure. */
  heard = false

  /** @internal */
  constructor() {
    this.#whole = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    // A failure that nobody awaits reaches the session's `error` event instead of ending the program.
    this.#whole.catch(() => {})
  }

  then<A = Answer, B = never>(
    onAnswer?: ((answer: Answer) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.heard = true
    return this.#whole.then(onAnswer, onError)
  }

  /** The pieces of the answer itself, from its beginning on; may be iterated more than once. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ResponsePart, void, undefined> {
    this.heard = true
    for (let next = 0; ;) {
      const part = this.#parts[next]
      if (part) {
        next++
        yield part
      } else if (this.#over) {
        await this.#whole
        return
      } else await new Promise<void>((wake) => this.#wake.push(wake))
    }
  }

  /** @internal Does something when it is over, without being an audience. */
  whenOver(then: () => void): Promise<void> {
    return this.#whole.then(then, then)
  }

  /** @internal */
  tell(part: ResponsePart): void {
    this.#parts.push(part)
    this.#wakeUp()
  }

  /** @internal */
  settle(answer: Answer): void {
    this.#resolve(answer)
    this.#end()
  }

  /** @internal */
  fail(error: unknown): void {
    this.#reject(error)
    this.#end()
  }

  #end(): void {
    this.#over = true
    this.#wakeUp()
  }

  #wakeUp(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }
}
