const HOUR = 3_600_000
/** The store says every two seconds how the bill stands. */
const BETWEEN_UPDATES = 2_000
/** No screen needs more. */
const FASTEST_TICK = 100

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
  #runs = false
  /** What stood on the bill when the line opened, and the prices of what was answered since. */
  #fixed = 0
  /** What time has made of it since, as far as that is sure. */
  #time = 0
  /** The same as the last update said, sure once the store has heard of us after it. */
  #unsure = 0
  #updatedAt = 0
  /** What was shown of the time at `#since`; the rest is shown bit by bit. */
  #from = 0
  #since = 0
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
    const part = Math.min(1, (Date.now() - this.#since) / BETWEEN_UPDATES)
    return this.#fixed + Math.floor(this.#from + (this.#time - this.#from) * part)
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
    this.#fixed = Math.max(dof.consumed, this.consumed)
    this.#time = this.#unsure = this.#from = 0
    this.#run(!paused)
  }

  /**
   * @internal An update. It never holds a price that was not told before.
   * @param heardOfUs when we sent the last thing that the store is known to have had
   */
  updated(dof: { consumed: number; rate: number; paused: boolean }, heardOfUs: number): void {
    this.#updatedAt = Date.now()
    this.#rate = dof.rate
    this.#unsure = dof.consumed - this.#fixed
    // Should the line prove broken, the clock will have stood since the store heard of us last.
    const atRisk = dof.paused ? 0 : Math.ceil((this.#rate * Math.max(0, this.#updatedAt - heardOfUs)) / HOUR)
    this.#passed(this.#unsure - atRisk)
    // Nothing is left to show bit by bit while the clock stands.
    if (dof.paused) this.#from = this.#time
    this.#run(!dof.paused)
  }

  /** @internal The store has heard what we sent then: if that was after the last update, its clock stood later than that. */
  confirmed(sentAt: number): void {
    if (sentAt >= this.#updatedAt) this.#passed(this.#unsure)
  }

  /** @internal An answer has its price. */
  priced(dof: number): void {
    this.#fixed += dof
    if (dof > 0) this.#tell()
  }

  /** @internal The line is broken: no time goes by. */
  broke(): void {
    this.#run(false)
  }

  /** @internal What it came to. */
  ended(consumed: number): void {
    this.#fixed = consumed
    this.#time = this.#from = 0
    this.#runs = false
    this.#tell()
    this.#rest()
  }

  #passed(time: number): void {
    if (time <= this.#time) return
    this.#from = this.consumed - this.#fixed
    this.#time = time
    this.#since = Date.now()
    this.#tell()
  }

  #run(runs: boolean): void {
    if (this.#runs === runs) return
    this.#runs = runs
    this.#tell()
  }

  #tell(listeners: Iterable<(cost: CostMeter) => void> = [...this.#listeners]): void {
    for (const listener of listeners) {
      try {
        listener(this)
      } catch (error) {
        this.#failed(error)
      }
    }
    this.#plan()
  }

  /** Ticks only while somebody looks, and there is something left to show. */
  #plan(): void {
    const left = this.#fixed + this.#time - this.consumed
    if (this.#timer !== undefined || this.#listeners.size === 0 || left <= 0) return
    const until = Math.max(FASTEST_TICK, (this.#since + BETWEEN_UPDATES - Date.now()) / left)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#tell()
    }, until)
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
