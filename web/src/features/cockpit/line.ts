import {
  ApiError,
  type Bill,
  type CostMeter,
  type JigaError,
  type LiveSession,
  type ResponsePart,
  SessionEndedError,
  type Warning,
} from "@jiga/store"
import { type Entry, Talk } from "./talk"

/** How the line stands. */
export type Phase =
  | { is: "connecting" }
  | { is: "live" }
  | { is: "paused" }
  | { is: "reconnecting" }
  | { is: "ended"; reason: string; bill: Bill | undefined }
  /** Another device has the session. */
  | { is: "elsewhere" }
  | { is: "failed"; error: unknown }

type Open = Extract<Phase, { is: "connecting" | "live" | "paused" | "reconnecting" }>

/** Whether the session goes on here. */
export function isOpen(phase: Phase): phase is Open {
  return ["connecting", "live", "paused", "reconnecting"].includes(phase.is)
}

/** The figures of a moment. */
export interface Cost {
  consumed: number
  allocated: number
  remaining: number
  rate: number
  /** Undefined while the clock stands. */
  secondsLeft: number | undefined
}

const LOW_BALANCE = /^LOW_BALANCE_(\d+)$/
/** Figures are shown four times a second at most: more than anybody reads. */
const FIGURES_EVERY = 250
const WORDS_EVERY = 80

/** A line to a session, as a page shows it: what was said, what it costs, how it stands. One of a page, which leaves it when it goes. */
export class Line {
  readonly talk: Talk
  readonly #open: (signal: AbortSignal) => Promise<LiveSession>
  readonly #listeners = new Set<() => void>()
  #live: LiveSession | undefined
  #phase: Phase = { is: "connecting" }
  #cost: Cost | undefined
  #low: number | undefined
  #until: Date | undefined
  #stop: (() => void)[] = []
  #connecting: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #due = 0

  /** @param before what was said before this page was opened */
  constructor(open: (signal: AbortSignal) => Promise<LiveSession>, before: readonly Entry[] = []) {
    this.#open = open
    this.talk = new Talk(() => this.#soon(WORDS_EVERY), before)
  }

  get phase(): Phase {
    return this.#phase
  }

  get cost(): Cost | undefined {
    return this.#cost
  }

  /** Of how many percent less is left, once the store has warned. */
  get low(): number | undefined {
    return this.#low
  }

  /** When the session ends at the latest, as things stood when the line opened. */
  get until(): Date | undefined {
    return this.#until
  }

  /** @returns a function that ends it */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the line; also takes it back from another device. */
  async connect(): Promise<void> {
    this.#connecting?.abort()
    this.#unfollow()
    const connecting = new AbortController()
    this.#connecting = connecting
    this.#become({ is: "connecting" })
    try {
      const live = await this.#open(connecting.signal)
      if (connecting.signal.aborted) return void live.close()
      this.#follow(live)
    } catch (error) {
      if (connecting.signal.aborted) return
      this.#become(
        error instanceof SessionEndedError
          ? { is: "ended", reason: error.reason, bill: error.bill }
          : { is: "failed", error },
      )
    }
  }

  /** Closes the line; the store keeps the session. */
  leave(): void {
    this.#connecting?.abort()
    const live = this.#live
    this.#unfollow()
    void live?.close()
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  say(text: string): void {
    const entry = this.talk.asked(text)
    const reply = this.#live?.say(text)
    reply?.then(
      (answer) => this.talk.answered(entry, answer),
      (error: unknown) => this.talk.unanswered(entry, error),
    )
  }

  /** Tells what happened in the game. */
  tell(kind: string, about: Record<string, unknown>): void {
    this.talk.happened(kind, about)
    this.#live?.gameEvent(kind, about)
  }

  async pause(): Promise<void> {
    await this.#live?.pause()
  }

  async resume(): Promise<void> {
    await this.#live?.resume()
  }

  async end(): Promise<void> {
    await this.#live?.end()
  }

  #follow(live: LiveSession): void {
    this.#live = live
    this.#low = undefined
    this.#state(live)
    this.#stop = [
      live.cost.onChange((cost) => this.#costs(cost)),
      live.on("state", () => this.#state(live)),
      live.on("started", ({ expiresAt }) => {
        this.#until = new Date(expiresAt)
        this.#soon(0)
      }),
      live.on("response", (part) => this.#hear(part)),
      live.on("detected", ({ text }) => this.talk.noticed(text)),
      live.on("warning", (warning) => this.#warn(warning)),
      live.on("error", (error) => this.#failed(live, error)),
      live.on("ended", ({ reason, bill }) =>
        this.#become(reason === "opened_elsewhere" ? { is: "elsewhere" } : { is: "ended", reason, bill }),
      ),
    ]
  }

  #unfollow(): void {
    for (const stop of this.#stop.splice(0)) stop()
    this.#live = undefined
  }

  #state({ state }: LiveSession): void {
    if (state === "live" || state === "paused" || state === "reconnecting") this.#become({ is: state })
  }

  #hear(part: ResponsePart): void {
    this.talk.heard(part)
  }

  #warn({ code, text }: Warning): void {
    const [, percent] = LOW_BALANCE.exec(code) ?? []
    if (percent !== undefined) {
      this.#low = Number(percent)
      this.#soon(0)
    } else this.talk.warned(text)
  }

  #failed(live: LiveSession, error: JigaError): void {
    if (live.state === "closed") this.#become({ is: "failed", error })
    else if (!(error instanceof ApiError)) this.talk.warned(error.message)
    // The end of the line follows, and says it.
    else if (error.code !== "CONNECTED_ELSEWHERE") this.talk.warned(error.detail)
  }

  #costs({ consumed, allocated, remaining, rate, estimatedSecondsLeft: secondsLeft }: CostMeter): void {
    this.#cost = { consumed, allocated, remaining, rate, secondsLeft }
    this.#soon(FIGURES_EVERY)
  }

  #become(phase: Phase): void {
    if (this.#phase.is === phase.is && phase.is !== "ended" && phase.is !== "failed") return
    this.#phase = phase
    this.#soon(0)
  }

  /** Tells the page, with all that comes meanwhile. */
  #soon(delay: number): void {
    const due = Date.now() + delay
    if (this.#timer !== undefined && this.#due <= due) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      for (const listener of this.#listeners) listener()
    }, delay)
  }
}
