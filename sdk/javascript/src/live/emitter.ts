/** @internal Tells listeners, each of whom may fail without harm to the others. */
export class Emitter {
  readonly #listeners = new Map<string, Set<(event: unknown) => void>>()
  #held: [string, unknown][] | undefined = []
  readonly #failed: (error: unknown, event: string) => void

  constructor(failed: (error: unknown, event: string) => void) {
    this.#failed = failed
  }

  on(event: string, listener: (event: unknown) => void): () => void {
    // Whoever listens first adds more listeners in the same breath.
    if (this.#held) queueMicrotask(() => this.release())
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  /** Tells what has happened before anybody could listen. */
  release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const [event, about] of held) this.emit(event, about)
  }

  /** Until `release`, it is only kept. */
  emit(event: string, about: unknown): void {
    if (this.#held) return void this.#held.push([event, about])
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      try {
        const returned: unknown = listener(about)
        if (returned instanceof Promise) returned.catch((error: unknown) => this.#failed(error, event))
      } catch (error) {
        this.#failed(error, event)
      }
    }
  }
}
