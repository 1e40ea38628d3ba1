import { Credentials } from "./credentials.js"
import { isBrowser, runtime, VERSION, variable, wait } from "./environment.js"
import { ConnectionError, inWords, JigaError, RateLimitError, refusal, secondsToWait, TimeoutError } from "./errors.js"
import type { JigaStoreOptions, KeptTokens, RequestOptions } from "./options.js"
import { redacted } from "./redact.js"

/** The public store. */
const PUBLIC_STORE = "https://jiga.ai"
const API = "/api/v1"
/** A key that nobody has had. Not `randomUUID`, which a page has over TLS alone: a phone beside a laptop has none. */
const anew = () => crypto.getRandomValues(new BigUint64Array(2)).join("-")
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
    if (call.once && !headers.has(KEY)) headers.set(KEY, options.idempotencyKey ?? anew())
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
      const tried = await this.#once(url, { method: call.method, headers, body }, options, repeatable)
      let failure: JigaError
      let pause: number | undefined
      let again = repeatable
      if (tried instanceof JigaError) {
        failure = tried
        uncertain = true
      } else {
        const { answer, said } = tried
        this.#warn(answer.headers)
        if (answer.ok) return said as T
        if (answer.status === 401 && !renewed && !call.anonymous) {
          renewed = true
          if (await this.credentials.renew(who.authorization, this.refresh)) {
            attempt--
            continue
          }
        }
        // It was there before, and the answer to an earlier try was lost: this one only finds it done.
        if (answer.status === 404 && call.method === "DELETE" && uncertain) return undefined as T
        failure = refusal(answer.status, answer.headers, said)
        pause = secondsToWait(answer.headers)
        again = BUSY.has(answer.status) && (repeatable || answer.status === 429) && (pause ?? 0) <= LONGEST_WAIT
      }
      if (!again || attempt >= tries) throw failure
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
    const body = deviceToken ? { refreshToken, deviceToken } : { refreshToken }
    const tokens = await this.request<KeptTokens>(
      { method: "POST", path: "/auth/refresh", body, anonymous: true, repeatable: true },
      deviceToken ? {} : { maxRetries: 0 },
    )
    return {
      ...kept,
      accessToken: tokens.accessToken,
      refreshToken: tokens.refreshToken,
      deviceToken: tokens.deviceToken ?? deviceToken,
    }
  }

  /** @returns why there is no answer, where there is none */
  async #once(
    url: string,
    request: RequestInit,
    options: RequestOptions,
    repeatable: boolean,
  ): Promise<{ answer: Response; said: unknown } | JigaError> {
    const { signal } = options
    signal?.throwIfAborted()
    const limit = options.timeout ?? this.options.timeout ?? 30_000
    const given = new AbortController()
    const abort = () => given.abort()
    const timer = setTimeout(abort, limit)
    signal?.addEventListener("abort", abort)
    const began = Date.now()
    const where = `${request.method} ${redacted(url)}`
    try {
      const answer = await (this.options.fetch ?? fetch)(url, { ...request, signal: given.signal })
      // The body belongs to the try: a store that stops in the middle of it has not answered.
      const said = content(await answer.text())
      if (answer.ok && answer.status < 202 && said === undefined) throw new Error("What answered is no store")
      this.options.logger?.debug?.(`jiga: ${where} ${answer.status} in ${Date.now() - began} ms`)
      return { answer, said }
    } catch (cause) {
      signal?.throwIfAborted()
      const why = reason(cause)
      const retryable = repeatable || /REFUSED|NOTFOUND|EAI_/.test(why)
      const hint = retryable ? " Is the store there?" : " It may have been done: look before you repeat it."
      return given.signal.aborted
        ? new TimeoutError(`No answer to ${where} within ${limit} ms.${hint}`, { cause, retryable })
        : new ConnectionError(`${where} failed: ${why}.${hint}`, { cause, retryable })
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener("abort", abort)
    }
  }

  #warn(headers: Headers): void {
    const deprecated = headers.get("deprecation")
    const sunset = headers.get("sunset")
    if ((deprecated === null && sunset === null) || warned) return
    warned = true
    const until = sunset ? ` It works until ${sunset}.` : ""
    const message = `jiga: something that @jiga/store ${VERSION} uses is deprecated.${until}`
    if (this.options.logger) this.options.logger.warn?.(message, { deprecated, sunset })
    else console.warn(message)
  }
}

/** One warning a process is enough, however many clients there are. */
let warned = false

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

/** Most lists mean any of, and are repeated; what an answer is to have beside is one list. */
function query(members: object | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(members ?? {})) {
    const values = Array.isArray(value) && name !== "expand" && name !== "fields" ? (value as unknown[]) : [value]
    for (const each of values) if (each !== undefined && each !== null) search.append(name, String(each))
  }
  const text = search.toString()
  return text && `?${text}`
}

/** What a store says is an object: anything else is said by something before it, such as a hotel's sign-in. */
function content(text: string): object | undefined {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === "object" && said) return said
  } catch {
    // It is no JSON at all.
  }
  return undefined
}

function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  // Where each address of a name was tried, only the code says something.
  return inWords(inner) || String((inner as { code?: unknown }).code)
}
