/// <reference lib="esnext.disposable" preserve="true" />
import type { LiveSession } from "../live/session.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type { EndedSession, Hired, Receipt, ReviewRequest, Session, UsageLine, WrittenReview } from "../types.js"
import type { ConnectOptions, Sessions } from "./sessions.js"

/** A ticket is good for a minute; one that is older is not tried any more. */
const FRESH = 45_000

/**
 * An agent that was just hired, or a session that was just started: what was agreed, and what can be done with it.
 *
 * @example
 * ```ts
 * const session = await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 })
 * await using live = await session.connect()
 * console.log((await live.say("They push B, what now?")).text)
 * ```
 */
export class HiredSession {
  /** The session's id. */
  readonly id: string
  /** The agent that was hired. */
  declare readonly agentId: string
  /** `hired`, `owned` or `trial`. */
  declare readonly type: string
  /** How it stood when it was made, such as `active` or `scheduled`. */
  declare readonly status: string
  /** What was agreed: `dofAllocated`, `baseRate`, `estimatedHours`, `startedAt`. */
  declare readonly contract: Hired["contract"]
  /** The hold in the wallet; absent where nothing was set aside. */
  declare readonly transaction: Hired["transaction"]
  /** The session's time limit, ISO 8601. */
  declare readonly expiresAt: string
  readonly #sessions: Sessions
  #ticket: { connection: Hired["connection"]; since: number } | undefined

  /** @internal */
  constructor(hired: Hired, sessions: Sessions) {
    const { sessionId, connection, ...agreed } = hired
    this.id = sessionId
    Object.assign(this, agreed)
    this.#sessions = sessions
    this.#ticket = { connection, since: Date.now() }
  }

  /**
   * Opens the session's line. The clock runs from then on. `await using` ends the session with its block, unless `keep` is given.
   *
   * @example
   * ```ts
   * await using live = await session.connect({ signal: AbortSignal.timeout(15_000) })
   * console.log(live.state, live.cost.remaining)
   * ```
   */
  connect(options: ConnectOptions = {}): Promise<LiveSession> {
    const ticket = this.#ticket
    this.#ticket = undefined
    const fresh = ticket && Date.now() - ticket.since < FRESH ? ticket.connection : undefined
    return this.#sessions.open(this.id, fresh, options)
  }

  /**
   * How it stands in the store.
   *
   * @example
   * ```ts
   * const { status, dof } = await session.get()
   * console.log(status, dof.consumed)
   * ```
   */
  get(options?: RequestOptions): Promise<Session> {
    return this.#sessions.get(this.id, options)
  }

  /**
   * Ends and settles it. Ending twice gives the same figures.
   *
   * @example
   * ```ts
   * const { consumed, released } = await session.end()
   * console.log(consumed, released)
   * ```
   */
  end(options?: RequestOptions): Promise<EndedSession> {
    return this.#sessions.end(this.id, options)
  }

  /**
   * The lines of the bill.
   *
   * @example
   * ```ts
   * for await (const { action, units, dof } of session.usage()) console.log(action, units, dof)
   * ```
   */
  usage(filter: { limit?: number } = {}, options?: RequestOptions): Pages<UsageLine> {
    return this.#sessions.usage(this.id, filter, options)
  }

  /**
   * The signed receipt, once it is settled.
   *
   * @example
   * ```ts
   * const claims = await verifyReceipt(await session.receipt(), { jwks })
   * console.log(claims.consumed)
   * ```
   */
  receipt(options?: RequestOptions): Promise<Receipt> {
    return this.#sessions.receipt(this.id, options)
  }

  /**
   * Says how it was: once, and only by who was charged.
   *
   * @example
   * ```ts
   * await session.review({ rating: 5, comment: "Saw the AWP before I did." })
   * ```
   */
  review(request: ReviewRequest, options?: RequestOptions): Promise<WrittenReview> {
    return this.#sessions.review(this.id, request, options)
  }

  /** `await using` ends it when its block does: what was not used returns at once. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.end()
  }
}
