import type { Bill } from "./live/events.js"
import { redacted } from "./redact.js"

/**
 * Whatever the SDK throws, apart from an abort of your own (which is thrown as your signal's reason).
 *
 * @example
 * ```ts
 * try {
 *   await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 })
 * } catch (error) {
 *   if (error instanceof JigaError) console.error(error.message, error.retryable)
 * }
 * ```
 */
export class JigaError extends Error {
  override readonly name: string = "JigaError"
  /** Whether the same call may succeed later, without any change. */
  readonly retryable: boolean

  constructor(message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(redacted(message), options.cause === undefined ? undefined : { cause: options.cause })
    this.retryable = options.retryable ?? false
  }
}

/**
 * The store said no, in words: a problem of RFC 9457, or an error on a session's line.
 *
 * @example
 * ```ts
 * try {
 *   await store.sessions.get("no-such-session")
 * } catch (error) {
 *   if (error instanceof ApiError) console.error(error.status, error.code, error.detail, error.requestId)
 * }
 * ```
 */
export class ApiError extends JigaError {
  override readonly name: string = "ApiError"
  /** The HTTP status; 0 for an error that came over a session's line. */
  readonly status: number
  /** Stable, for programs, such as `INSUFFICIENT_DOFS`. A newer store may say a code that this SDK does not know. */
  readonly code: string
  /** What is wrong and what to do next, in English. */
  readonly detail: string
  /** The figures of the problem, such as `required`: say them in your own words and language. */
  readonly params: Readonly<Record<string, unknown>>
  /** Name it when you report the problem. */
  readonly requestId: string | undefined

  constructor(problem: Problem) {
    const { status, code, detail, requestId } = problem
    super(`${detail} (${[status || "", code, requestId ? `request ${requestId}` : ""].filter(Boolean).join(", ")})`, {
      retryable: status === 429 || status >= 500 || ON_THE_STORES_SIDE.has(code),
    })
    this.status = status
    this.code = code
    this.detail = redacted(detail)
    this.params = problem.params
    this.requestId = requestId
  }
}

/**
 * The wallet does not cover it.
 *
 * @example
 * ```ts
 * try {
 *   await store.marketplace.hire("ace-elite-001", { dofAllocation: 9_000_000 })
 * } catch (error) {
 *   if (error instanceof InsufficientDofsError) console.log(`${error.shortfall ?? "Some"} DOF short: ${error.topUpUrl}`)
 * }
 * ```
 */
export class InsufficientDofsError extends ApiError {
  override readonly name: string = "InsufficientDofsError"
  /** What it takes, in DOF. Undefined, as the other figures, where it is not the caller's own wallet. */
  get required(): number | undefined {
    return figure(this.params.required)
  }

  /** What there is, in DOF. */
  get available(): number | undefined {
    return figure(this.params.available)
  }

  /** What is missing, in DOF. */
  get shortfall(): number | undefined {
    return figure(this.params.shortfall)
  }

  /** Where to buy, if the store says so. */
  get topUpUrl(): string | undefined {
    return this.topUp?.href
  }

  /** The smallest package that covers what is missing, if there is one. */
  get topUp(): { package: string; dofAmount: number; href: string } | undefined {
    return this.params.topUp as { package: string; dofAmount: number; href: string } | undefined
  }
}

/**
 * Too many calls, and the tries were used up.
 *
 * @example
 * ```ts
 * try {
 *   await store.marketplace.search({ q: "nova" }).page()
 * } catch (error) {
 *   if (error instanceof RateLimitError) console.log(`again in ${error.retryAfter ?? 60} s`)
 * }
 * ```
 */
export class RateLimitError extends ApiError {
  override readonly name: string = "RateLimitError"
  /** Seconds after which another try is worth it. */
  get retryAfter(): number | undefined {
    return this.params.retryAfter as number | undefined
  }
}

/**
 * It does not go together with how things stand: 409 and 412.
 *
 * @example
 * ```ts
 * try {
 *   await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 })
 * } catch (error) {
 *   if (error instanceof ConflictError && error.code === "SESSION_ALREADY_ACTIVE") console.log("Go on with that one.")
 * }
 * ```
 */
export class ConflictError extends ApiError {
  override readonly name: string = "ConflictError"
}

/**
 * What was sent is malformed (400) or against a rule (422).
 *
 * @example
 * ```ts
 * try {
 *   await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 1 })
 * } catch (error) {
 *   if (error instanceof ValidationError) for (const { field, message } of error.fields) console.log(field, message)
 * }
 * ```
 */
export class ValidationError extends ApiError {
  override readonly name: string = "ValidationError"
  /** What is wrong with which member. */
  get fields(): readonly { field: string; message: string }[] {
    return (this.params.errors ?? []) as { field: string; message: string }[]
  }
}

/**
 * Nobody is signed in, or not any more (401), and there was nothing to refresh with.
 *
 * @example
 * ```ts
 * try {
 *   await store.profile.get()
 * } catch (error) {
 *   if (error instanceof AuthenticationError) console.log("Please sign in again.")
 * }
 * ```
 */
export class AuthenticationError extends ApiError {
  override readonly name: string = "AuthenticationError"
}

/**
 * Not yours to do (403), such as `SCOPE_MISSING`: the key lacks the scope that `params.scope` names.
 *
 * @example
 * ```ts
 * try {
 *   await store.apiKeys.list().page()
 * } catch (error) {
 *   if (error instanceof PermissionError) console.log(error.code, error.params.scope)
 * }
 * ```
 */
export class PermissionError extends ApiError {
  override readonly name: string = "PermissionError"
}

/**
 * There is no such thing, or none that you may know of (404).
 *
 * @example
 * ```ts
 * try {
 *   await store.agents.get("nobody")
 * } catch (error) {
 *   if (error instanceof NotFoundError) console.log("No such agent.")
 * }
 * ```
 */
export class NotFoundError extends ApiError {
  override readonly name: string = "NotFoundError"
}

/**
 * The store could not be reached, or the line broke before an answer. Whether the store did it is not known; what carries an
 * idempotency key is safe to send again with the same key, and what may not be repeated is not `retryable`.
 *
 * @example
 * ```ts
 * try {
 *   await store.wallet.get()
 * } catch (error) {
 *   if (error instanceof ConnectionError) console.log("Is the store running?", error.cause)
 * }
 * ```
 */
export class ConnectionError extends JigaError {
  override readonly name: string = "ConnectionError"
  constructor(message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, { retryable: true, ...options })
  }
}

/**
 * No answer within `timeout`, in the last of all tries.
 *
 * @example
 * ```ts
 * try {
 *   await store.wallet.get({ timeout: 2_000 })
 * } catch (error) {
 *   if (error instanceof TimeoutError) console.log("The store is slow today.")
 * }
 * ```
 */
export class TimeoutError extends JigaError {
  override readonly name: string = "TimeoutError"
}

/**
 * The session is over, with its bill; or it goes on in another place, and then its reason is `opened_elsewhere` and there is none.
 *
 * @example
 * ```ts
 * try {
 *   await live.say("Still there?")
 * } catch (error) {
 *   if (error instanceof SessionEndedError) console.log(error.reason, error.bill?.consumed)
 * }
 * ```
 */
export class SessionEndedError extends JigaError {
  override readonly name: string = "SessionEndedError"
  /** Why, such as `ended_by_player` or `allocation_exhausted`. */
  readonly reason: string
  /** What it cost; undefined if the session goes on elsewhere, or the store could not be asked. */
  readonly bill: Bill | undefined

  constructor(reason: string, bill: Bill | undefined) {
    super(`The session is over here: ${reason}.`)
    this.reason = reason
    this.bill = bill
  }
}

/** Not the caller's doing, wherever it is said. */
const ON_THE_STORES_SIDE = new Set(["MODEL_FAILED", "INTERNAL", "UNAVAILABLE", "CONTENTION"])

/**
 * What the store says when it says no.
 *
 * @example
 * ```ts
 * const problem: Problem = { status: 404, code: "NOT_FOUND", detail: "Nobody.", requestId: undefined, params: {} }
 * console.log(new NotFoundError(problem).message)
 * ```
 */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly requestId: string | undefined
  readonly params: Record<string, unknown>
}

const STANDARD = new Set("type title status detail instance code error requestId timestamp params".split(" "))

/** @internal The error for an answer that is none of 2xx and 3xx. */
export function refusal(status: number, headers: Headers, body: unknown): ApiError {
  const said = (body !== null && typeof body === "object" ? body : {}) as Record<string, unknown>
  const params: Record<string, unknown> = { ...(said.params as Record<string, unknown> | undefined) }
  for (const [name, value] of Object.entries(said)) if (!STANDARD.has(name)) params[name] ??= value
  if (status === 429 || status === 503) params.retryAfter ??= secondsToWait(headers)
  return typed({
    status,
    code: (said.code as string | undefined) ?? `HTTP_${status}`,
    detail: (said.detail ?? said.title ?? `The store, or something before it, answered ${status}.`) as string,
    requestId: (said.requestId as string | undefined) ?? headers.get("x-request-id") ?? undefined,
    params,
  })
}

/** @internal The error for a frame that was refused, or whose answer failed. */
export function frameRefusal(data: { code: string; message: string; [member: string]: unknown }): ApiError {
  const {
    code,
    message,
    accepted: _accepted,
    done: _done,
    dofConsumed: _dofConsumed,
    replayed: _replayed,
    ...params
  } = data
  return typed({ status: 0, code, detail: message, requestId: undefined, params })
}

function typed(problem: Problem): ApiError {
  const Kind = problem.code === "INSUFFICIENT_DOFS" ? InsufficientDofsError : BY_STATUS[problem.status]
  return new (Kind ?? (problem.params.errors ? ValidationError : ApiError))(problem)
}

const BY_STATUS: Record<number, typeof ApiError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: ConflictError,
  422: ValidationError,
  429: RateLimitError,
}

/** @internal Seconds that `Retry-After` asks for: a number, or a date. */
export function secondsToWait(headers: Headers): number | undefined {
  const value = headers.get("retry-after")
  if (value === null) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

/** @internal What went wrong, whatever was thrown. */
export function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function figure(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined
}
