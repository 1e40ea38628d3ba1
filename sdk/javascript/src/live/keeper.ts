import { wait } from "../environment.js"
import { ApiError, ConnectionError, frameRefusal, inWords, JigaError } from "../errors.js"
import type { ConfigUpdateFrame, ServerFrame, SessionStartedFrame } from "../generated/frames.js"
import type { Logger } from "../logger.js"
import { jitter, patience } from "../transport.js"
import type { Bill, Reconnecting } from "./events.js"
import { Line, notOpen, type SocketConstructor } from "./socket.js"

/** A line on which nothing is heard is looked at this often, in milliseconds. */
const LOOK_EVERY = 2_500
/** A store that is well says something every two seconds. */
const SILENT_FOR = 10_000
const GREETED_WITHIN = 10_000
/** A line that lived so long was no unlucky try. */
const PROVEN_AFTER = 5_000
/** The store ends a session that nobody came back to. */
const AWAY_LIMIT = 600_000
const TRIES_TO_CONNECT = 3
/** The session was opened from another place, and goes on there. */
const REPLACED = 4002

/** What another try does not change. */
const FINAL = new Set(["SESSION_ENDED", "SESSION_NOT_STARTED", "SESSION_NOT_FOUND"])

/**
 * What may be asked of an agent; a newer store knows more.
 *
 * @example
 * ```ts
 * const careful: Configuration = { target_fps: 2, high_speed_mode: "quality_focused" }
 * await live.configure(careful)
 * ```
 */
export type Configuration = ConfigUpdateFrame["data"] & { readonly [member: string]: unknown }

/** @internal What must be asked of the store about one session. */
export interface SessionLink {
  readonly id: string
  readonly logger: Logger | undefined
  /** A ticket for a new line. */
  open(signal?: AbortSignal): Promise<{ websocketUrl: string; ticket: string; protocols?: string[] }>
  /** The bill of a session that is over. */
  bill(): Promise<Bill | undefined>
  /** Changes what is asked of the agent. */
  configure(changes: Configuration): Promise<void>
  /** Ends the session. */
  end(): Promise<Bill>
  socket(): Promise<SocketConstructor>
}

/** @internal What comes of keeping a line. */
export interface KeeperEvents {
  greeted(data: SessionStartedFrame["data"], away: number | undefined): void
  frame(frame: ServerFrame): void
  /** @param heardOfUs when that was sent which the store has just shown to have had */
  alive(heardOfUs: number): void
  lost(): void
  trying(about: Reconnecting): void
  /** The session is over. */
  over(reason: string, bill: Bill | undefined): void
  /** The session goes on, but not here. */
  failed(error: JigaError): void
}

/** @internal Keeps a line to one session: opens it, notices when it is dead, and opens the next one. */
export class Keeper {
  readonly #link: SessionLink
  readonly #events: KeeperEvents
  readonly #gone = new AbortController()
  #line: Line | undefined
  #greeted = false
  #attempts = 0
  #lastHeard = 0
  #lostAt: number | undefined
  #because = ""
  /** When those were sent that are not answered yet. */
  #pings: number[] = []
  #look: ReturnType<typeof setInterval> | undefined
  #hurry = new AbortController()

  constructor(link: SessionLink, events: KeeperEvents) {
    this.#link = link
    this.#events = events
  }

  /** The first line. Fails when there is none after some tries. */
  async connect(
    first: Awaited<ReturnType<SessionLink["open"]>> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const abort = () => this.close()
    signal?.throwIfAborted()
    signal?.addEventListener("abort", abort)
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#open(attempt === 1 && first ? first : await this.#link.open(signal))
        } catch (error) {
          signal?.throwIfAborted()
          if (patience(error) === undefined || attempt >= TRIES_TO_CONNECT) throw error
          await wait(jitter(attempt, 0.25) * 1000, signal)
        }
      }
    } catch (error) {
      this.close()
      throw error
    } finally {
      signal?.removeEventListener("abort", abort)
    }
  }

  send(text: string): void {
    if (this.#greeted) this.#line?.send(text)
  }

  /** Asks whether the store hears. */
  ping(): void {
    this.#pings.push(Date.now())
    this.send('{"type":"ping"}')
  }

  /** An answer came: the line is well. */
  proven(): void {
    this.#attempts = 0
  }

  close(): void {
    this.#gone.abort(new ConnectionError("The line was closed."))
    this.#hurry.abort()
    this.#rest()
    this.#line?.leave()
    this.#line = undefined
  }

  async #open({ websocketUrl, ticket, protocols }: Awaited<ReturnType<SessionLink["open"]>>): Promise<void> {
    const Socket = await this.#link.socket()
    const gone = this.#gone.signal
    gone.throwIfAborted()
    if (!websocketUrl) throw notOpen("What answered is no store")
    this.#greeted = false
    await new Promise<void>((resolve, reject) => {
      gone.addEventListener("abort", () => reject(gone.reason as Error), { once: true })
      const opened = Date.now()
      let refusal: ApiError | undefined
      const line = new Line(Socket, `${websocketUrl}?ticket=${encodeURIComponent(ticket)}`, protocols ?? [], {
        message: (text) => {
          const frame = this.#read(text)
          if (!frame) return
          if (frame.type === "session_started") {
            clearTimeout(timer)
            this.#standing(frame.data)
            resolve()
          } else if (frame.type === "error" && !this.#greeted) refusal = frameRefusal(frame.data)
          else this.#events.frame(frame)
        },
        closed: (code, reason) => {
          clearTimeout(timer)
          this.#line = undefined
          const why = `the line closed (${code}${reason ? `: ${reason}` : ""})`
          if (!this.#greeted) return reject(refusal && FINAL.has(refusal.code) ? refusal : notOpen(why))
          if (Date.now() - opened > PROVEN_AFTER) this.#attempts = 0
          this.#lost(code, why)
        },
      })
      const timer = setTimeout(() => line.abandon("nothing was said on it"), GREETED_WITHIN)
      this.#line = line
    })
  }

  #read(text: string): ServerFrame | undefined {
    this.#lastHeard = Date.now()
    try {
      const frame = JSON.parse(text) as ServerFrame
      if (frame.type !== "pong") return frame
      const sentAt = this.#pings.shift()
      if (sentAt !== undefined) this.#events.alive(sentAt)
    } catch {
      this.#link.logger?.warn?.("jiga: a frame that is no JSON was left out")
    }
    return undefined
  }

  #standing(data: SessionStartedFrame["data"]): void {
    const away = this.#lostAt === undefined ? undefined : Date.now() - this.#lostAt
    this.#greeted = true
    this.#lostAt = undefined
    this.#pings = []
    this.#look ??= setInterval(() => this.#lookAfter(), LOOK_EVERY)
    listen("addEventListener", this.#online, this.#offline)
    this.#link.logger?.debug?.(`jiga: the line of session ${this.#link.id} stands`)
    this.#events.greeted(data, away)
  }

  #lookAfter(): void {
    const now = Date.now()
    const silentFor = now - this.#lastHeard
    const unanswered = now - (this.#pings[0] ?? now)
    if (Math.max(silentFor, unanswered) > SILENT_FOR) {
      this.#line?.abandon("nothing was heard on it")
    } else if (this.#pings.length === 0) this.ping()
  }

  #lost(code: number, why: string): void {
    this.#rest()
    this.#greeted = false
    this.#lostAt = Date.now()
    this.#because = why
    this.#link.logger?.info?.(`jiga: session ${this.#link.id}: ${why}`)
    this.#events.lost()
    if (this.#gone.signal.aborted) return
    if (code === REPLACED) {
      this.close()
      this.#events.over("opened_elsewhere", undefined)
    } else void this.#comeBack(this.#lostAt)
  }

  async #comeBack(since: number): Promise<void> {
    listen("addEventListener", this.#online)
    try {
      while (!this.#gone.signal.aborted) {
        const attempt = ++this.#attempts
        const delay = Math.round(jitter(attempt, 0.2, 10) * 1000)
        this.#events.trying({ attempt, delay, because: this.#because })
        await this.#pause(delay)
        if (this.#gone.signal.aborted) return
        try {
          return await this.#open(await this.#link.open(this.#gone.signal))
        } catch (error) {
          if (await this.#isOver(error, since)) return
        }
      }
    } finally {
      if (!this.#greeted) listen("removeEventListener", this.#online)
    }
  }

  /** Whether there is no coming back, and then tells so. */
  async #isOver(error: unknown, since: number): Promise<boolean> {
    if (this.#gone.signal.aborted) return true
    this.#because = inWords(error)
    const ended = error instanceof ApiError && error.code === "SESSION_ENDED"
    if (!ended && Date.now() - since <= AWAY_LIMIT) {
      const asked = patience(error)
      if (asked) await this.#pause(Math.min(asked, 60) * 1000)
      if (asked !== undefined) return false
      this.close()
      this.#events.failed(error instanceof JigaError ? error : new ConnectionError(this.#because, { cause: error }))
      return true
    }
    const bill = await this.#link.bill().catch(() => undefined)
    if (this.#gone.signal.aborted) return true
    this.close()
    this.#events.over(bill?.reason ?? "away_too_long", bill)
    return true
  }

  /** Waits, but not when the network has just come back. */
  async #pause(milliseconds: number): Promise<void> {
    this.#hurry = new AbortController()
    await wait(milliseconds, this.#hurry.signal).catch(() => {})
  }

  readonly #online = () => this.#hurry.abort()
  readonly #offline = () => this.#line?.abandon("the network is gone")

  #rest(): void {
    clearInterval(this.#look)
    this.#look = undefined
    listen("removeEventListener", this.#online, this.#offline)
  }
}

/** Browsers tell when the network comes and goes; nobody else does. */
function listen(what: "addEventListener" | "removeEventListener", online: () => void, offline?: () => void): void {
  const target = globalThis as Partial<Pick<EventTarget, typeof what>>
  target[what]?.("online", online)
  if (offline) target[what]?.("offline", offline)
}
