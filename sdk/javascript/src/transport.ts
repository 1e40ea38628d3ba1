import { Credentials } from "./credentials.js"
import { isBrowser, runtime, VERSION, variable, wait } from "./environment.js"
import { ConnectionError, JigaError, RateLimitError, refusal, secondsToWait, TimeoutError } from "./errors.js"
import type { JigaStoreOptions, KeptTokens, RequestOptions } from "./options.js"
import { redacted } from "./redact.js"

/** The public store. */
const PUBLIC_STORE = "https://jiga.ai"
const API = "/api/v1"
const KEY = "idempotency-key"
/** A store that asks for more patience than this is told to the caller instead. */
const LONGEST_WAIT = 60
const BUSY = new Set([408, 429, 500, 502, 503, 504])

/**
 * A call of the API: for what has no method of its own yet.
 *
 * @example
 * ```ts
 * const call: Call = { method: "GET", path: "/badges/earned", query: { limit: 50 } }
 * const badges = await store.request<{ items: { id: string }[] }>(call)
 * ```
 */
export interface Call {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** Behind `/api/v1`, with all that is not yours encoded. */
  path: string
  /** What is undefined is left out; a list is repeated. */
  query?: object | undefined
  /** Sent as JSON; a `Blob` as it is. */
  body?: unknown
  /** A POST that moves DOF or makes something: it gets an idempotency key, and may be repeated. */
  once?: boolean
  /** Whether the call may be repeated. Default: all but a POST without a key, and what has an `If-Match`. */
  repeatable?: boolean
  /** Says nothing of who is calling. */
  anonymous?: boolean
}

/** @internal Asks the store: who, how often, how long, and what a refusal means. */
export class Transport {
  readonly baseUrl: string
  readonly options: JigaStoreOptions
  readonly credentials: Credentials
  readonly #agent: Record<string, string>

  constructor(options: JigaStoreOptions, credentials: Credentials) {
    this.options = options
    this.credentials = credentials
    this.baseUrl = (options.baseUrl ?? variable("JIGA_URL") ?? PUBLIC_STORE).replace(/\/+$/, "")
    const client = `jiga-store-js/${VERSION}${options.appInfo ? ` ${options.appInfo}` : ""} (${runtime()})`
    this.#agent = isBrowser() ? { "jiga-client": client } : { "user-agent": client }
  }

  async request<T>(call: Call, options: RequestOptions = {}): Promise<T> {
    const headers = new Headers({ accept: "application/json", ...this.#agent, ...options.headers })
    if (call.once && !headers.has(KEY)) headers.set(KEY, options.idempotencyKey ?? crypto.randomUUID())
    let body: BodyInit | null = null
    if (call.body instanceof Blob) body = call.body
    else if (call.body !== undefined) {
      body = JSON.stringify(call.body)
      headers.set("content-type", "application/json")
    }
    const url = `${this.baseUrl}${call.path.startsWith("/.") ? "" : API}${call.path}${query(call.query)}`
    const repeatable = call.repeatable ?? ((call.method !== "POST" || headers.has(KEY)) && !headers.has("if-match"))
    const tries = 1 + (options.maxRetries ?? this.options.maxRetries ?? 2)
    let renewed = false
    let uncertain = false
    for (let attempt = 1; ; attempt++) {
      const who = call.anonymous ? {} : await this.credentials.headers()
      for (const [name, value] of Object.entries(who)) headers.set(name, value)
      let failure: JigaError
      let pause: number | undefined
      try {
        const answer = await this.#once(url, { method: call.method, headers, body }, options)
        this.#warn(answer.headers)
        const said = await content(answer)
        if (answer.ok) return said as T
        if (answer.status === 401 && !renewed && !call.anonymous) {
          renewed = true
          attempt--
          if (await this.credentials.renew(who.authorization, this.refresh)) continue
        }
        // It was there before, and the answer to an earlier try was lost: this one only finds it done.
        if (answer.status === 404 && call.method === "DELETE" && uncertain) return undefined as T
        failure = refusal(answer.status, answer.headers, said)
        pause = secondsToWait(answer.headers)
        const again = BUSY.has(answer.status) && (repeatable || answer.status === 429)
        if (!again || attempt >= tries || (pause ?? 0) > LONGEST_WAIT) throw failure
      } catch (error) {
        if (!(error instanceof ConnectionError || error instanceof TimeoutError)) throw error
        failure = error
        uncertain = true
        if (!repeatable || attempt >= tries) throw error
      }
      const seconds = pause ?? jitter(attempt)
      this.options.logger?.info?.(`jiga: ${call.method} ${call.path} again in ${seconds.toFixed(1)} s`, {
        attempt,
        because: failure.message,
      })
      await wait(seconds * 1000, options.signal)
    }
  }

  /** Repeated only where the store can tell the device: elsewhere, the same token a second time would end the sign-in. */
  refresh = async (kept: KeptTokens): Promise<KeptTokens> => {
    const { refreshToken, deviceToken } = kept
    const tokens = await this.request<KeptTokens>({
      method: "POST",
      path: "/auth/refresh",
      body: deviceToken ? { refreshToken, deviceToken } : { refreshToken },
      anonymous: true,
      repeatable: Boolean(deviceToken),
    })
    return {
      ...kept,
      accessToken: tokens.accessToken,
      refreshToken: tokens.refreshToken,
      deviceToken: tokens.deviceToken ?? deviceToken,
    }
  }

  async #once(url: string, request: RequestInit, options: RequestOptions): Promise<Response> {
    options.signal?.throwIfAborted()
    const limit = options.timeout ?? this.options.timeout ?? 30_000
    const given = new AbortController()
    const timer = setTimeout(() => given.abort(), limit)
    const abort = () => given.abort()
    options.signal?.addEventListener("abort", abort)
    const began = Date.now()
    try {
      const answer = await (this.options.fetch ?? fetch)(url, { ...request, signal: given.signal })
      // The body belongs to the try: a store that stops in the middle of it has not answered.
      const whole = new Response(NO_BODY.has(answer.status) ? null : await answer.arrayBuffer(), answer)
      this.options.logger?.debug?.(
        `jiga: ${request.method} ${redacted(url)} ${answer.status} in ${Date.now() - began} ms`,
      )
      return whole
    } catch (cause) {
      options.signal?.throwIfAborted()
      const where = `${request.method} ${redacted(url)}`
      if (given.signal.aborted) throw new TimeoutError(`No answer to ${where} within ${limit} ms.`, { cause })
      throw new ConnectionError(`${where} failed: is the store there? ${reason(cause)}`, { cause })
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener("abort", abort)
    }
  }

  #warn(headers: Headers): void {
    const deprecated = headers.get("deprecation")
    const sunset = headers.get("sunset")
    if ((deprecated === null && sunset === null) || warned) return
    warned = true
    const until = sunset ? ` It works until ${sunset}.` : ""
    const message = `jiga: something that @jiga/store ${VERSION} uses is deprecated.${until} Please update the package.`
    if (this.options.logger) this.options.logger.warn?.(message, { deprecated, sunset })
    else console.warn(message)
  }
}

/** One warning a process is enough, however many clients there are. */
let warned = false

const NO_BODY = new Set([101, 204, 205, 304])

/** @internal For tests, and for a page that stays open for weeks. */
export function warnAgain(): void {
  warned = false
}

/** @internal Half a second, one, two, ... and a random part of it, so that not all come back at once. */
export function jitter(attempt: number, first = 0.5, most = 8): number {
  return Math.min(most, first * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)
}

/** @internal Whether the store may take another try well, and after how many seconds. */
export function patience(error: unknown): number | undefined {
  if (error instanceof RateLimitError) return error.retryAfter ?? 1
  return error instanceof JigaError && error.retryable ? 0 : undefined
}

function query(members: object | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(members ?? {})) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (each !== undefined && each !== null) search.append(name, String(each))
    }
  }
  const text = search.toString()
  return text && `?${text}`
}

async function content(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (answer.ok) throw new ConnectionError(`${redacted(answer.url)} answered what is no JSON.`, { cause })
    return { detail: `The store, or something before it, answered ${answer.status}.` }
  }
}

function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? inner.message : String(inner)
}
