import type { JigaError } from "../errors.js"
import type { DofUpdateFrame, EventDetectedFrame, SessionStartedFrame, WarningFrame } from "../generated/frames.js"

/**
 * How a live session stands: `connecting`, then `live` or `paused`; `reconnecting` while the line is broken; `ended` with a bill;
 * `closed` when you left and the session is kept in the store.
 *
 * @example
 * ```ts
 * const busy: LiveState[] = ["connecting", "reconnecting"]
 * live.on("state", (state) => console.log(busy.includes(state) ? "one moment..." : state))
 * ```
 */
export type LiveState = "connecting" | "live" | "paused" | "reconnecting" | "ended" | "closed"

/**
 * What a session cost, once and for all.
 *
 * @example
 * ```ts
 * const bill: Bill = await live.end()
 * console.log(`${bill.consumed} DOF used, ${bill.released} returned (${bill.reason})`)
 * ```
 */
export interface Bill {
  readonly sessionId: string
  /** Why it ended, such as `ended_by_player`, `allocation_exhausted`, `away_too_long`. */
  readonly reason: string
  /** DOF that were used. */
  readonly consumed: number
  /** DOF that went back to the wallet. */
  readonly released: number
}

/**
 * A piece of what the agent says.
 *
 * @example
 * ```ts
 * live.on("response", (part: ResponsePart) => {
 *   if (part.done) console.log(part.answer?.text, part.answer?.dofConsumed)
 * })
 * ```
 */
export interface ResponsePart {
  /** The number of what was said or sent before. */
  readonly seq: number
  /** The next piece of the text; empty if the last word adds none. */
  readonly text: string
  /** Absent for the answer itself; else `commentary`, `team_message`, `memory`, `lesson`, or what a newer store says. */
  readonly kind?: string
  /** Of a lesson. */
  readonly title?: string
  /** Of a lesson: `basic`, `strategic`, `mastery`. */
  readonly level?: string
  /** How to say it, such as `calm`. */
  readonly emotion?: string
  /** The agent began anew after the line broke in the middle: this text takes the place of all pieces before. */
  readonly restart?: true
  /** Nothing more comes about this `seq`. */
  readonly done: boolean
  /** With the last word: what it cost, all in all. */
  readonly dofConsumed?: number
  /** With the last word: the whole. */
  readonly answer?: Answer
}

/**
 * The whole answer to one thing that was said or sent.
 *
 * @example
 * ```ts
 * const answer: Answer = await live.say("They push B, what now?")
 * console.log(answer.text, answer.dofConsumed, answer.also.length)
 * ```
 */
export interface Answer {
  readonly seq: number
  /** All that the agent answered; empty if it took it in silently. */
  readonly text: string
  /** What it cost in DOF, once. */
  readonly dofConsumed: number
  readonly emotion?: string
  /** What was said beside the answer: commentary, messages to the team, lessons, what it remembers. */
  readonly also: readonly ResponsePart[]
  /** There was an answer once, and the store does not keep it any more. */
  readonly forgotten?: true
  /** A picture that a newer one overtook while the line was broken: it was never sent, and is free. */
  readonly skipped?: true
}

/**
 * The events of a live session.
 *
 * @example
 * ```ts
 * const log: (keyof LiveEvents)[] = ["reconnecting", "reconnected", "ended"]
 * for (const event of log) live.on(event, () => console.log(event, live.state))
 * ```
 */
export interface LiveEvents {
  /** The first connection stands. */
  started: Started
  /** A piece of an answer, and with its last word the whole; also of answers that nobody awaits. */
  response: ResponsePart
  /** How the bill stands, as the store says; `live.cost` is easier to show. */
  dofUpdate: DofUpdate
  /** The agent made something out, such as footsteps. */
  detected: Detected
  /** The player should know this now, such as `LOW_BALANCE_20`. */
  warning: Warning
  /** The line is broken. What is said meanwhile waits. */
  reconnecting: Reconnecting
  /** The line stands again, and what was said is being answered. */
  reconnected: Reconnected
  /** The session is over; the last event. */
  ended: Ended
  /** What nobody else was told of: a listener that threw, an answer that failed unheard. */
  error: JigaError
  /** `live.state` has changed. */
  state: LiveState
  /** A frame of a type that this SDK does not know. */
  unknown: UnknownFrame
}

/**
 * How a session stands when its line opens.
 *
 * @example
 * ```ts
 * live.on("started", (started: Started) => console.log(started.dof.allocated, started.limits.textCharacters))
 * ```
 */
export type Started = SessionStartedFrame["data"]

/**
 * How the bill stands.
 *
 * @example
 * ```ts
 * live.on("dofUpdate", (update: DofUpdate) => console.log(update.consumed, update.paused))
 * ```
 */
export type DofUpdate = DofUpdateFrame["data"]

/**
 * What the agent made out.
 *
 * @example
 * ```ts
 * live.on("detected", (what: Detected) => console.log(what.kind, what.direction, what.text))
 * ```
 */
export type Detected = EventDetectedFrame["data"] & { readonly seq: number }

/**
 * What the player should know now: `LOW_BALANCE_20` and `LOW_BALANCE_5` are the store's, all others the agent's.
 *
 * @example
 * ```ts
 * live.on("warning", (warning: Warning) => console.log(warning.code, warning.text, warning.remaining))
 * ```
 */
export type Warning = WarningFrame["data"] & { readonly seq?: number | undefined }

/**
 * The line is broken, and will be tried again.
 *
 * @example
 * ```ts
 * live.on("reconnecting", (now: Reconnecting) => console.log(`try ${now.attempt} in ${now.delay} ms: ${now.because}`))
 * ```
 */
export interface Reconnecting {
  /** 1, 2, 3 ... since the line broke. */
  readonly attempt: number
  /** Milliseconds until the try. */
  readonly delay: number
  /** Why, in words. */
  readonly because: string
}

/**
 * The line stands again.
 *
 * @example
 * ```ts
 * live.on("reconnected", (now: Reconnected) => console.log(`away for ${now.away} ms, heard up to ${now.resumedFromSeq}`))
 * ```
 */
export interface Reconnected {
  /** The last number that the store had taken in. */
  readonly resumedFromSeq: number
  /** Milliseconds without a line; the clock stood meanwhile. */
  readonly away: number
}

/**
 * The end of a session.
 *
 * @example
 * ```ts
 * live.on("ended", (end: Ended) => console.log(end.reason, end.bill?.consumed))
 * ```
 */
export interface Ended {
  readonly reason: string
  /** Undefined if the session goes on elsewhere (`opened_elsewhere`), or the store could not be asked. */
  readonly bill: Bill | undefined
}

/**
 * A frame of a type that this SDK does not know.
 *
 * @example
 * ```ts
 * live.on("unknown", (frame: UnknownFrame) => console.log(frame.type, frame.data))
 * ```
 */
export interface UnknownFrame {
  readonly type: string
  readonly [member: string]: unknown
}
