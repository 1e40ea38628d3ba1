import { type Api, id } from "../api.js"
import { ApiError, SessionEndedError } from "../errors.js"
import type { Bill } from "../live/events.js"
import type { SessionLink } from "../live/keeper.js"
import { LiveSession } from "../live/session.js"
import { socketConstructor } from "../live/socket.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type {
  EndedSession,
  Hired,
  Receipt,
  ReviewRequest,
  Session,
  SessionFilter,
  StartRequest,
  UsageLine,
  WrittenReview,
} from "../types.js"
import { HiredSession } from "./hired.js"

type Connection = Hired["connection"]

/**
 * How to open a session's line.
 *
 * @example
 * ```ts
 * const options: ConnectOptions = { keep: true, signal: AbortSignal.timeout(15_000) }
 * const live = await session.connect(options)
 * await live.close()
 * ```
 */
export interface ConnectOptions {
  /** Gives up connecting. */
  signal?: AbortSignal | undefined
  /** `await using` only leaves at the end of its block, and the session is kept. Default: it ends the session. */
  keep?: boolean | undefined
}

/**
 * Sessions with agents: those that run, and those that are over.
 *
 * @example
 * ```ts
 * for await (const { id, agentId, status, dof } of store.sessions.list({ status: "active" })) {
 *   console.log(id, agentId, status, dof.remaining)
 * }
 * ```
 */
export class Sessions {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * The sessions there are, the newest first.
   *
   * @example
   * ```ts
   * const { items } = await store.sessions.list({ status: "ended", limit: 5 }).page()
   * console.log(items.map(({ dof }) => dof.consumed))
   * ```
   */
  list(filter: SessionFilter = {}, options?: RequestOptions): Pages<Session> {
    return this.#api.pages("/sessions", filter, options)
  }

  /**
   * Starts a free trial of any agent, or a session with one's own.
   *
   * @example
   * ```ts
   * const trial = await store.sessions.start({ agentId: "ace-elite-001", type: "trial" })
   * await using live = await trial.connect()
   * console.log((await live.say("Hello!")).text)
   * ```
   */
  async start(request: StartRequest, options?: RequestOptions): Promise<HiredSession> {
    return new HiredSession(await this.#api.once<Hired>("/sessions", request, options), this)
  }

  /**
   * How a session stands.
   *
   * @example
   * ```ts
   * const { status, dof, endReason } = await store.sessions.get(session.id)
   * console.log(status, dof.consumed, endReason)
   * ```
   */
  get(sessionId: string, options?: RequestOptions): Promise<Session> {
    return this.#api.get(`/sessions/${id(sessionId)}`, undefined, options)
  }

  /**
   * Opens the line of a session that runs, such as one that a page had left.
   *
   * @example
   * ```ts
   * await using live = await store.sessions.connect(session.id)
   * console.log((await live.say("Where were we?")).text)
   * ```
   */
  connect(sessionId: string, options: ConnectOptions = {}): Promise<LiveSession> {
    return this.open(sessionId, undefined, options)
  }

  /**
   * The lines of a session's bill.
   *
   * @example
   * ```ts
   * let total = 0
   * for await (const { dof } of store.sessions.usage(session.id)) total += dof
   * console.log(total)
   * ```
   */
  usage(sessionId: string, filter: { limit?: number } = {}, options?: RequestOptions): Pages<UsageLine> {
    return this.#api.pages(`/sessions/${id(sessionId)}/usage`, filter, options)
  }

  /**
   * The signed receipt of a session that is settled: `verifyReceipt` checks it.
   *
   * @example
   * ```ts
   * const { receipt, keyId } = await store.sessions.receipt(session.id)
   * console.log(keyId, receipt.length)
   * ```
   */
  receipt(sessionId: string, options?: RequestOptions): Promise<Receipt> {
    return this.#api.get(`/sessions/${id(sessionId)}/receipt`, undefined, options)
  }

  /**
   * Ends a session and settles it: what was not used returns to the wallet. Ending twice gives the same figures.
   *
   * @example
   * ```ts
   * const { consumed, released, distribution } = await store.sessions.end(session.id)
   * console.log(consumed, released, distribution.owner)
   * ```
   */
  end(sessionId: string, options?: RequestOptions): Promise<EndedSession> {
    return this.#api.send("DELETE", `/sessions/${id(sessionId)}`, undefined, options)
  }

  /**
   * Says how a session was: once, and only by who was charged.
   *
   * @example
   * ```ts
   * await store.sessions.review(session.id, { rating: 5, comment: "Saw the AWP before I did." })
   * ```
   */
  review(sessionId: string, request: ReviewRequest, options?: RequestOptions): Promise<WrittenReview> {
    return this.#api.once(`/sessions/${id(sessionId)}/review`, request, options)
  }

  /**
   * Changes what is asked of the agent, also while the session runs.
   *
   * @example
   * ```ts
   * await store.sessions.configure(session.id, { target_fps: 3 })
   * ```
   */
  configure(sessionId: string, configuration: Record<string, unknown>, options?: RequestOptions): Promise<Session> {
    return this.#api.send("PUT", `/sessions/${id(sessionId)}`, { configuration }, options)
  }

  /** @internal */
  async open(sessionId: string, first: Connection | undefined, options: ConnectOptions): Promise<LiveSession> {
    const link = this.#link(sessionId)
    try {
      return await new LiveSession(link, options.keep).connect(first, options.signal)
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "SESSION_ENDED")) throw error
      const bill = await link.bill()
      throw new SessionEndedError(bill?.reason ?? "ended", bill)
    }
  }

  #link(sessionId: string): SessionLink {
    const { options } = this.#api.transport
    return {
      id: sessionId,
      logger: options.logger,
      // The session tries again by itself, and in its own time.
      open: (signal) =>
        this.#api.again<Connection>(`/sessions/${id(sessionId)}/connection`, undefined, {
          signal,
          maxRetries: 0,
          timeout: 10_000,
        }),
      bill: async () => billOf(await this.get(sessionId)),
      // Over the line nobody says that it was done.
      configure: async (changes) => {
        const { configuration } = await this.get(sessionId)
        await this.configure(sessionId, { ...(configuration as object), ...changes })
      },
      end: async () => {
        const { reason, consumed, released } = await this.end(sessionId)
        return { sessionId, reason, consumed, released }
      },
      socket: () => socketConstructor(options.WebSocket),
    }
  }
}

function billOf({ id, status, endReason, dof }: Session): Bill | undefined {
  if (endReason === undefined || endReason === null) return undefined
  return {
    sessionId: id,
    reason: endReason || status,
    consumed: dof.consumed,
    released: dof.allocated - dof.consumed,
  }
}
