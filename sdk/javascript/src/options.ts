import type { SocketConstructor } from "./live/socket.js"
import type { Logger } from "./logger.js"

/**
 * What a client may be told. One of `apiKey`, `playerToken` and `accessToken` says who is calling; without any, what everybody may see
 * can be read.
 *
 * @example
 * ```ts
 * const options: JigaStoreOptions = { apiKey: process.env.JIGA_API_KEY, timeout: 10_000, maxRetries: 3, logger: console }
 * const store = new JigaStore(options)
 * ```
 */
export interface JigaStoreOptions {
  /**
   * A key of your studio. A secret one (`jiga_live_…`, `jiga_test_…`) belongs on a server: in a browser it throws at once. A publishable
   * one (`jiga_pub_…`) may stand in a page: it reads what everybody may. Default: `JIGA_API_KEY` of the environment, unless a token is
   * given.
   */
  apiKey?: string | undefined
  /** A player's token, made by your server with `players.createToken`; as a function, it is asked for a new one when the old one has expired. */
  playerToken?: string | TokenSource | undefined
  /** A signed-in user's token; as a function, it is asked for a new one when the old one has expired. */
  accessToken?: string | TokenSource | undefined
  /** Renews the access token when it has expired, once for all calls that wait for it. */
  refreshToken?: string | null | undefined
  /** Goes with the refresh token, as the sign-in gave it: with it, a renewal whose answer was lost can be repeated. */
  deviceToken?: string | null | undefined
  /** Where a signed-in user's tokens are kept, such as `localStorage`; shared by pages, one of which refreshes for all. */
  tokens?: TokenStorage | undefined
  /** The store. Default: `JIGA_URL` of the environment, or the public store. */
  baseUrl?: string | undefined
  /** Milliseconds for one try of a call. Default: 30,000. */
  timeout?: number | undefined
  /** How often a call that may be repeated is tried again. Default: 2. */
  maxRetries?: number | undefined
  /** In the place of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined
  /** In the place of the global `WebSocket`; Node before 22 has none, and then the package `ws` is used if it is installed. */
  WebSocket?: SocketConstructor | undefined
  /** Where the SDK tells what it does. Default: nowhere, but warnings go to `console.warn`. */
  logger?: Logger | undefined
  /** Your application, added to the user agent, such as `my-game/1.4.0`. */
  appInfo?: string | undefined
}

/**
 * Gives a token, and a new one each time it is asked again.
 *
 * @example
 * ```ts
 * const token: TokenSource = async () => (await fetch("/my-server/jiga-token")).text()
 * const store = new JigaStore({ playerToken: token })
 * ```
 */
export type TokenSource = () => string | Promise<string>

/**
 * Where tokens are kept.
 *
 * @example
 * ```ts
 * const tokens: TokenStorage = {
 *   read: () => JSON.parse(localStorage.getItem("jiga") ?? "null") ?? undefined,
 *   write: (kept) => (kept ? localStorage.setItem("jiga", JSON.stringify(kept)) : localStorage.removeItem("jiga")),
 * }
 * const store = new JigaStore({ tokens })
 * ```
 */
export interface TokenStorage {
  /** The tokens, or undefined when nobody is signed in. */
  read(): KeptTokens | undefined | Promise<KeptTokens | undefined>
  /** Keeps them; undefined when somebody signs out, or the store has ended the sign-in. */
  write(tokens: KeptTokens | undefined): void | Promise<void>
}

/**
 * What a sign-in leaves.
 *
 * @example
 * ```ts
 * const { accessToken, refreshToken, deviceToken } = await store.auth.login({ email, password })
 * const kept: KeptTokens = { accessToken, refreshToken, deviceToken }
 * ```
 */
export interface KeptTokens {
  /** Good for some minutes. */
  accessToken: string
  /** Good for one exchange; null where a cookie of the store's own pages has it. */
  refreshToken?: string | null | undefined
  /** Names this device, so that an exchange whose answer was lost can be repeated. */
  deviceToken?: string | null | undefined
}

/**
 * What one call may be told, on top of the client's options.
 *
 * @example
 * ```ts
 * const options: RequestOptions = { timeout: 5_000, signal: AbortSignal.timeout(20_000), idempotencyKey: "match-7-hire" }
 * await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 }, options)
 * ```
 */
export interface RequestOptions {
  /** Gives the call up; it throws the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds for one try. */
  timeout?: number | undefined
  /** How often it is tried again. */
  maxRetries?: number | undefined
  /** The key under which the store does this once, 1 to 255 visible characters. Default: a random one, the same for all tries. */
  idempotencyKey?: string | undefined
  /** Further headers. */
  headers?: Record<string, string> | undefined
}
