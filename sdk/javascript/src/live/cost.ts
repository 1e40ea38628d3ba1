const HOUR = 3_600_000
/** No screen needs more. */
const FASTEST_TICK = 100
const SLOWEST_TICK = 1_000

/**
 * What a session costs, as it runs. Between the store's updates the figures move on smoothly, always a moment behind: they show no
 * DOF that the store could still take off the bill, so they never fall and never exceed it.
 *
 * @example
 * ```ts
 * const stop = live.cost.onChange(({ consumed, remaining, estimatedSecondsLeft }) => {
 *   console.log(consumed, remaining, estimatedSecondsLeft ?? "the clock stands")
 * })
 * stop()
 * ```
 */
export class CostMeter {
  readonly #listeners = new Set<(cost: CostMeter) => void>()
  readonly #failed: (error: unknown) => void
  #allocated = 0
  #rate = 0
  /** What is sure to be on the bill. */
  #sure = 0
  /** Time that is sure as well, and shown bit by bit from `#since` on: what is shown is `#sure` less what is left of it. */
  #toShow = 0
  #since = 0
  #over = 2_000
  #runs = false
  #updatedAt = 0
  /** What the last update said, sure once the store has heard of us after it. */
  #unsure = 0
  #shown = -1
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @internal */
  constructor(failed: (error: unknown) => void = () => {}) {
    this.#failed = failed
  }

  /** DOF for an hour in which the clock runs. */
  get rate(): number {
    return this.#rate
  }

  /** DOF that were set aside. */
  get allocated(): number {
    return this.#allocated
  }

  /** DOF that are used up. */
  get consumed(): number {
    const left = Math.max(0, 1 - (Date.now() - this.#since) / this.#over)
    return this.#sure - Math.ceil(this.#toShow * left)
  }

  /** DOF that are left of what was set aside. */
  get remaining(): number {
    return this.#allocated - this.consumed
  }

  /** Whether the clock runs: not while the session is paused, or the line broken. */
  get running(): boolean {
    return this.#runs
  }

  /** Seconds until time alone uses up the rest; undefined while the clock stands. */
  get estimatedSecondsLeft(): number | undefined {
    return this.#runs && this.#rate > 0 ? Math.floor((this.remaining * 3600) / this.#rate) : undefined
  }

  /**
   * Calls the listener at once, and then whenever a figure changes.
   *
   * @returns a function that ends it
   * @example
   * ```ts
   * const stop = live.cost.onChange((cost) => console.log(cost.consumed))
   * stop()
   * ```
   */
  onChange(listener: (cost: CostMeter) => void): () => void {
    // Of its own, so that the same function can listen twice.
    const own = (cost: CostMeter) => listener(cost)
    this.#listeners.add(own)
    this.#tell([own])
    this.#plan()
    return () => {
      this.#listeners.delete(own)
      if (this.#listeners.size === 0) this.#rest()
    }
  }

  /**
   * Calls nobody any more. The figures can still be read.
   *
   * @example
   * ```ts
   * live.cost.onChange((cost) => console.log(cost.consumed))
   * live.cost.stop()
   * ```
   */
  stop(): void {
    this.#listeners.clear()
    this.#rest()
  }

  /** @internal The line stands: the store's books are as it says. */
  began(dof: { allocated: number; consumed: number; rate: number }, paused: boolean): void {
    this.#allocated = dof.allocated
    this.#rate = dof.rate
    this.#updatedAt = Date.now()
    this.#raise(dof.consumed, 0)
    this.#run(!paused)
  }

  /**
   * @internal An update.
   * @param heardOfUs when we sent the last thing that the store is known to have had
   */
  updated(dof: { consumed: number; rate: number; paused: boolean }, heardOfUs: number): void {
    const now = Date.now()
    const elapsed = now - this.#updatedAt
    this.#rate = dof.rate
    this.#updatedAt = now
    this.#unsure = dof.consumed
    // Should the line prove broken, the clock will have stood since the store heard of us last.
    const atRisk = Math.ceil((this.#rate * Math.max(0, now - heardOfUs)) / HOUR)
    this.#raise(dof.paused ? dof.consumed : dof.consumed - atRisk, elapsed)
    this.#run(!dof.paused)
  }

  /** @internal The store has heard what we sent then: if that was after the last update, its clock stood later than that. */
  confirmed(sentAt: number): void {
    if (sentAt >= this.#updatedAt) this.#raise(this.#unsure, Date.now() - this.#updatedAt + 2_000)
  }

  /** @internal An answer has its price; it was asked for after the last update, so that one does not have it. */
  priced(dof: number, askedAt: number): void {
    if (dof === 0 || askedAt <= this.#updatedAt) return
    this.#sure += dof
    this.#plan()
    this.#tell()
  }

  /** @internal The line is broken: no time goes by. */
  broke(): void {
    this.#run(false)
  }

  /** @internal What it came to. */
  ended(consumed: number): void {
    this.#sure = consumed
    this.#toShow = 0
    this.#runs = false
    this.#tell()
    this.#rest()
  }

  /** What is sure rises; as much of the rise as time can have made is shown bit by bit. */
  #raise(to: number, elapsed: number): void {
    const rise = to - this.#sure
    if (rise <= 0) return
    const shown = this.consumed
    this.#sure = to
    const byTime = Math.min(rise, Math.ceil((this.#rate * elapsed) / HOUR))
    this.#toShow = Math.min(byTime + Math.max(0, to - rise - shown), to - shown)
    this.#since = Date.now()
    this.#tell()
    this.#plan()
  }

  #run(runs: boolean): void {
    if (this.#runs === runs) return
    this.#runs = runs
    this.#tell()
  }

  #tell(listeners: Iterable<(cost: CostMeter) => void> = [...this.#listeners]): void {
    this.#shown = this.consumed
    for (const listener of listeners) {
      try {
        listener(this)
      } catch (error) {
        this.#failed(error)
      }
    }
  }

  /** Ticks only while somebody looks, and there is something left to show. */
  #plan(): void {
    if (this.#timer !== undefined || this.#listeners.size === 0 || this.consumed >= this.#sure) return
    const perDof = this.#over / Math.max(1, this.#toShow)
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        if (this.consumed !== this.#shown) this.#tell()
        this.#plan()
      },
      Math.min(SLOWEST_TICK, Math.max(FASTEST_TICK, perDof)),
    )
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
