/// <reference lib="esnext.disposable" preserve="true" />
import { ConnectionError, frameRefusal, inWords, JigaError, SessionEndedError } from "../errors.js"
import { within } from "../environment.js"
import type {
  AckFrame,
  DofUpdateFrame,
  ErrorFrame,
  EventDetectedFrame,
  ServerFrame,
  SessionStartedFrame,
  WarningFrame,
} from "../generated/frames.js"
import { CostMeter } from "./cost.js"
import { Emitter } from "./emitter.js"
import type { Bill, LiveEvents, LiveState, Started } from "./events.js"
import { type Configuration, Keeper, type SessionLink } from "./keeper.js"
import { base64, type Media } from "./media.js"
import { Outbox } from "./outbox.js"
import type { Reply } from "./reply.js"
import { type Heard, type Metered, Said } from "./said.js"

/** How long what was said before the end may take to be answered, and then the end itself. */
const ANSWERED_BEFORE_THE_END = 20_000
const ENDED_WITHIN = 5_000
/** The line is well, and still there is nothing about a frame: it may have got lost on the way, or the agent thinks for long. */
const ASKED_AGAIN_AFTER = 20_000

/**
 * A session with an agent, while it lives. Tickets, numbers, lost lines and the bill are its business: what you say is answered once and
 * paid once.
 *
 * @example
 * ```ts
 * await using live = await session.connect()
 * live.on("reconnecting", () => console.log("One moment..."))
 * live.gameEvent("match_start", { game: "Call of Duty", mode: "Search & Destroy" })
 * for await (const part of live.say("They push B, what now?")) process.stdout.write(part.text)
 * const bill = await live.end()
 * console.log(bill.consumed, bill.released)
 * ```
 */
export class LiveSession {
  /** The session's id. */
  readonly id: string
  /** What it costs, as it runs. */
  readonly cost: CostMeter

  readonly #link: SessionLink
  readonly #keeper: Keeper
  readonly #outbox = new Outbox()
  readonly #emitter: Emitter
  #state: LiveState = "connecting"
  #started: Started | undefined
  #bill: Bill | undefined
  #ending: Promise<Bill> | undefined
  #over: JigaError | undefined
  #clock: { paused: boolean; done: Deferred }[] = []
  readonly #exhausted: Said[] = []
  #heardOfUs = 0
  #ended = deferred()

  readonly #keep: boolean

  /** @internal */
  constructor(link: SessionLink, keep = false) {
    this.id = link.id
    this.#keep = keep
    this.#link = link
    this.#emitter = new Emitter((error, event) => this.#listenerFailed(error, event))
    this.cost = new CostMeter((error) => this.#listenerFailed(error, "cost"))
    this.#keeper = new Keeper(link, {
      greeted: (data, away) => this.#greeted(data, away),
      frame: (frame) => this.#hear(frame),
      alive: (sentAt) => this.#alive(sentAt),
      lost: () => {
        this.cost.broke()
        this.#become("reconnecting")
      },
      trying: (about) => this.#emitter.emit("reconnecting", about),
      over: (reason, bill) => this.#finish(reason, bill),
      failed: (error) => this.#giveUp(error),
    })
  }

  /** How it stands. */
  get state(): LiveState {
    return this.#state
  }

  /** What it cost, once it has ended. */
  get bill(): Bill | undefined {
    return this.#bill
  }

  /** What the store takes in one frame. */
  get limits(): Started["limits"] | undefined {
    return this.#started?.limits
  }

  /** How many things were said that have no answer yet. */
  get unanswered(): number {
    return this.#outbox.size
  }

  /** @internal */
  async connect(
    first: Awaited<ReturnType<SessionLink["open"]>> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<this> {
    await this.#keeper.connect(first, signal)
    // Whoever awaits the connection listens right after, and hears everything from `started` on; if nobody does, it is forgotten.
    setTimeout(() => this.#emitter.release())
    return this
  }

  /**
   * Listens. A listener that throws harms nobody: what it threw reaches `error`.
   *
   * @returns a function that ends it
   * @example
   * ```ts
   * const stop = live.on("response", (part) => process.stdout.write(part.text))
   * live.on("warning", ({ code, text }) => console.warn(code, text))
   * stop()
   * ```
   */
  on<E extends keyof LiveEvents>(event: E, listener: (about: LiveEvents[E]) => void): () => void {
    return this.#emitter.on(event, listener as (about: unknown) => void)
  }

  /**
   * Waits for an event to happen once.
   *
   * @example
   * ```ts
   * const { reason, bill } = await live.once("ended")
   * console.log(reason, bill?.consumed)
   * ```
   */
  once<E extends keyof LiveEvents>(event: E): Promise<LiveEvents[E]> {
    return new Promise((resolve) => {
      const stop = this.on(event, (about) => {
        stop()
        resolve(about)
      })
    })
  }

  /**
   * Says something to the agent. Iterate over the answer, or await it.
   *
   * @example
   * ```ts
   * const { text, dofConsumed } = await live.say("What should I buy?", { signal: AbortSignal.timeout(30_000) })
   * console.log(text, dofConsumed)
   * ```
   */
  say(text: string, options: { signal?: AbortSignal } = {}): Reply {
    return this.#send(new Said("text_input"), { text }, options.signal)
  }

  /**
   * Lets the agent hear the player: a wav, or Opus in ogg or webm, of at most 60 seconds.
   *
   * @example
   * ```ts
   * const clip = await new Response(recording).blob()
   * const { text } = await live.sendVoice(clip, { transcript: "What should I buy?" })
   * console.log(text)
   * ```
   */
  sendVoice(audio: Media, options: { transcript?: string; signal?: AbortSignal } = {}): Reply {
    const { transcript, signal } = options
    return this.#sendMedia("voice_input", audio, (audio) => ({ audio, transcript }), signal)
  }

  /**
   * Tells the agent what happened in the game. Most events are taken in silently and cost nothing.
   *
   * @example
   * ```ts
   * live.gameEvent("kill", { weapon: "M4", zone: "B long", headshot: true })
   * ```
   */
  gameEvent(kind: string, about: Record<string, unknown> = {}, options: { signal?: AbortSignal } = {}): Reply {
    return this.#send(new Said("game_event"), { kind, ...about }, options.signal)
  }

  /**
   * Shows the agent a picture of the game: a PNG, JPEG or WebP of at most 1 MiB. While the line is broken only the newest waits.
   *
   * @example
   * ```ts
   * await live.frame(await canvas.convertToBlob({ type: "image/jpeg", quality: 0.7 }))
   * ```
   */
  frame(image: Media, options: { signal?: AbortSignal } = {}): Reply {
    return this.#sendMedia("frame", image, (image) => ({ image }), options.signal)
  }

  /**
   * Changes what is asked of the agent while the session runs; members that are given replace those of the same name.
   *
   * @example
   * ```ts
   * await live.configure({ target_fps: 3 })
   * ```
   */
  configure(configuration: Configuration): Promise<void> {
    return this.#link.configure(configuration)
  }

  /**
   * Stops the clock until `resume`. Nothing is answered meanwhile.
   *
   * @example
   * ```ts
   * await live.pause()
   * console.log(live.state)
   * await live.resume()
   * ```
   */
  pause(): Promise<void> {
    return this.#setClock(true)
  }

  /**
   * Lets the clock run again.
   *
   * @example
   * ```ts
   * if (live.state === "paused") await live.resume()
   * ```
   */
  resume(): Promise<void> {
    return this.#setClock(false)
  }

  /**
   * Ends the session and settles it, after what was said has been answered. Ending twice gives the same bill.
   *
   * @example
   * ```ts
   * const { consumed, released } = await live.end()
   * console.log(consumed, released)
   * ```
   */
  end(): Promise<Bill> {
    if (this.#bill) return Promise.resolve(this.#bill)
    return (this.#ending ??= this.#end().finally(() => (this.#ending = undefined)))
  }

  /**
   * Leaves without ending: the clock stops at once, and the store keeps the session for ten minutes. `sessions.connect` goes on with
   * it.
   *
   * @example
   * ```ts
   * await live.close()
   * const again = await store.sessions.connect(live.id)
   * ```
   */
  close(): Promise<void> {
    if (!this.#over) {
      this.#stop("closed", new ConnectionError("The line is closed: sessions.connect opens it."))
    }
    return Promise.resolve()
  }

  /** `await using` ends the session when its block does, unless it was opened with `keep`: then it only leaves. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#over && !this.#keep) await this.end()
    await this.close()
  }

  // What is sent

  #sendMedia(type: Metered, media: Media, data: (text: string) => object, signal: AbortSignal | undefined): Reply {
    const said = new Said(type)
    base64(media).then(
      (text) => this.#send(said, data(text), signal),
      (error: unknown) => this.#failed(said, error),
    )
    return said.reply
  }

  #send(said: Said, data: object, signal: AbortSignal | undefined): Reply {
    if (signal?.aborted) {
      said.reply.fail(signal.reason)
      return said.reply
    }
    const most = this.#started?.limits.messageBytes
    try {
      if (this.#over) throw this.#over
      said.json = JSON.stringify(data)
      const size = said.json.length + 100
      if (most !== undefined && size > most) {
        const message = `A message has at most ${most} bytes, this one has ${size}.`
        throw frameRefusal({ code: "MESSAGE_TOO_LARGE", message, errors: [], most, size })
      }
      this.#outbox.add(said)
    } catch (error) {
      this.#failed(said, error)
      return said.reply
    }
    if (signal) {
      const abort = () => {
        this.#outbox.withdraw(said)
        said.reply.fail(signal.reason)
      }
      signal.addEventListener("abort", abort)
      void said.reply.whenOver(() => signal.removeEventListener("abort", abort))
    }
    this.#flush()
    return said.reply
  }

  #flush(): void {
    if (!this.#isOpen()) return
    for (const [seq, said] of this.#outbox.ready()) this.#keeper.send(said.sent(seq, Date.now()))
  }

  #setClock(paused: boolean): Promise<void> {
    if (this.#over) return Promise.reject(this.#over)
    const done = deferred()
    this.#clock.push({ paused, done })
    if (this.#isOpen()) this.#sendClock(paused)
    return done.promise
  }

  #sendClock(paused: boolean): void {
    this.#keeper.send(`{"type":"${paused ? "pause" : "resume"}"}`)
  }

  async #end(): Promise<Bill> {
    if (this.#isOpen()) {
      const answered = [...this.#outbox].map((said) => said.reply.whenOver(nothing))
      await within(ANSWERED_BEFORE_THE_END, Promise.all(answered))
      this.#keeper.send('{"type":"end_session"}')
      await within(ENDED_WITHIN, this.#ended.promise)
    }
    if (!this.#bill) {
      const bill = await this.#link.end()
      if (this.#state === "ended") this.#bill = bill
      else this.#finish(bill.reason, bill)
    }
    return this.#bill as Bill
  }

  // What is heard

  #greeted(data: SessionStartedFrame["data"], away: number | undefined): void {
    const again = this.#started !== undefined
    this.#started = data
    this.#heardOfUs = Date.now()
    this.#outbox.resume(data.resumedFromSeq)
    this.cost.began(data.dof, data.status === "paused")
    this.#become(data.status === "paused" ? "paused" : "live")
    if (again) this.#emitter.emit("reconnected", { resumedFromSeq: data.resumedFromSeq, away: away ?? 0 })
    else this.#emitter.emit("started", data)
    for (const { paused } of this.#clock) this.#sendClock(paused)
    this.#flush()
  }

  #hear(frame: ServerFrame): void {
    switch (frame.type) {
      case "agent_response":
        return this.#respond(frame.seq, frame.data)
      case "ack":
        return this.#respond(frame.seq, frame.data)
      case "error":
        return this.#refused(frame)
      case "event_detected":
        if (this.#isNews(frame.seq, frame)) this.#emitter.emit("detected", { ...frame.data, seq: frame.seq })
        return
      case "warning":
        if (frame.seq === undefined || this.#isNews(frame.seq, frame)) {
          this.#emitter.emit("warning", { ...frame.data, seq: frame.seq })
        }
        return
      case "dof_update":
        return this.#updated(frame.data)
      case "session_ended":
        return this.#finish(frame.data.reason, { sessionId: this.id, ...frame.data })
      default:
        this.#emitter.emit("unknown", frame)
    }
  }

  #respond(seq: number, data: Heard | AckFrame["data"]): void {
    const said = this.#outbox.bySeq(seq)
    const quietly = !("text" in data)
    if (!said) {
      // What another page of the same player had asked: nobody awaits it here, and it is heard all the same.
      if (!quietly && !this.#outbox.isDone(seq)) this.#emitter.emit("response", { ...data, seq })
      return
    }
    const part = quietly ? said.taken(seq, data) : said.hear(seq, data)
    if (!part) return
    if (part.done) {
      this.#keeper.proven()
      this.#outbox.answered(seq)
      if (!data.replayed) this.cost.priced(part.dofConsumed ?? 0)
      this.#flush()
    }
    if (part.kind === undefined) said.reply.tell(part)
    // Whoever speaks gets an answer, if only that there is none; an event that is taken in says nothing.
    const silent = quietly && said.type !== "text_input" && said.type !== "voice_input" && !part.answer?.text
    if (!silent) this.#emitter.emit("response", part)
    if (part.answer) said.reply.settle(part.answer)
  }

  #refused({ seq, data }: ErrorFrame): void {
    if (seq === undefined) return this.#emitter.emit("error", frameRefusal(data))
    const said = this.#outbox.bySeq(seq)
    if (!said) return
    if (data.code === "SEQ_OUT_OF_ORDER") this.#outbox.outOfOrder(seq, data.expected ?? seq)
    else {
      if (data.accepted) this.#outbox.answered(seq)
      else this.#outbox.refused(seq)
      // The bill follows, and is what its asker should hear.
      if (data.code === "ALLOCATION_EXHAUSTED") this.#exhausted.push(said)
      else this.#failed(said, frameRefusal(data))
    }
    this.#flush()
  }

  #updated(data: DofUpdateFrame["data"]): void {
    this.cost.updated(data, this.#heardOfUs)
    if (this.#isOpen()) this.#become(data.paused ? "paused" : "live")
    const waiting = this.#clock.map(({ paused }) => paused).lastIndexOf(data.paused)
    for (const { done } of this.#clock.splice(0, waiting + 1)) done.resolve()
    this.#emitter.emit("dofUpdate", data)
    this.#keeper.ping()
  }

  #alive(sentAt: number): void {
    this.#heardOfUs = Math.max(this.#heardOfUs, sentAt)
    this.cost.confirmed(sentAt)
    for (const [seq, said] of this.#outbox.onTheLine()) {
      if (sentAt - said.stirred < ASKED_AGAIN_AFTER) continue
      // The same number again costs nothing: the store says what it said, or hears it for the first time.
      this.#keeper.send(said.again(seq, Date.now()))
    }
  }

  #isNews(seq: number, { type, data }: EventDetectedFrame | WarningFrame): boolean {
    return this.#outbox.bySeq(seq)?.isNews(`${type} ${data.text}`, data.replayed) ?? !this.#outbox.isDone(seq)
  }

  // How it ends

  #finish(reason: string, bill: Bill | undefined): void {
    if (this.#bill || this.#over instanceof SessionEndedError) return
    this.#bill = bill
    if (bill) this.cost.ended(bill.consumed)
    this.#stop("ended", new SessionEndedError(reason, bill))
    this.#emitter.emit("ended", { reason, bill })
    this.#ended.resolve()
  }

  /** The session goes on, but not here. */
  #giveUp(error: JigaError): void {
    this.#stop("closed", error)
    this.#emitter.emit("error", error)
  }

  #stop(state: "ended" | "closed", error: JigaError): void {
    this.#over = error
    this.#keeper.close()
    this.cost.broke()
    const unanswered = [...this.#exhausted, ...this.#outbox]
    this.#outbox.clear()
    for (const said of unanswered) said.reply.fail(error)
    for (const { done } of this.#clock.splice(0)) done.reject(error)
    this.#become(state)
  }

  #failed(said: Said, cause: unknown): void {
    const error = cause instanceof JigaError ? cause : new JigaError(`It cannot be sent: ${inWords(cause)}`, { cause })
    said.reply.fail(error)
    // Whoever asks for the answer does so at once, or right after this.
    queueMicrotask(() => {
      if (!said.reply.heard) this.#emitter.emit("error", error)
    })
  }

  #listenerFailed(error: unknown, event: string): void {
    const failure = new JigaError(`A listener of '${event}' failed: ${inWords(error)}`, { cause: error })
    if (event === "error") this.#link.logger?.error?.(failure.message)
    else this.#emitter.emit("error", failure)
  }

  #isOpen(): boolean {
    return this.#state === "live" || this.#state === "paused"
  }

  #become(state: LiveState): void {
    if (this.#state === state || this.#state === "ended") return
    this.#state = state
    this.#emitter.emit("state", state)
  }
}

function nothing(): void {}

interface Deferred {
  readonly promise: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

function deferred(): Deferred {
  let settle!: Omit<Deferred, "promise">
  const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
  promise.catch(nothing)
  return { promise, ...settle }
}
