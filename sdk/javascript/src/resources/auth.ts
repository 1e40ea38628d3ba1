import type { Api } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Account, LiveTicket, LoginRequest, RegisterRequest, Tokens } from "../types.js"

/**
 * Signing in and out, for pages and tools of people; a game has a player's token, and a server a key. What a sign-in leaves is kept
 * by the client, and renewed when it has expired.
 *
 * @example
 * ```ts
 * const store = new JigaStore({ tokens: myStorage })
 * await store.auth.login({ email, password })
 * console.log((await store.auth.user()).displayName)
 * ```
 */
export class Auth {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * Makes an account, and signs in with it.
   *
   * @example
   * ```ts
   * const { user } = await store.auth.register({ email, password, displayName: "Ada" })
   * console.log(user.id)
   * ```
   */
  register(request: RegisterRequest, options?: RequestOptions): Promise<Tokens> {
    return this.#signIn("/auth/register", request, options)
  }

  /**
   * Signs in, and keeps what that leaves.
   *
   * @example
   * ```ts
   * const { user } = await store.auth.login({ email, password })
   * console.log(user.displayName)
   * ```
   */
  login(request: LoginRequest, options?: RequestOptions): Promise<Tokens> {
    return this.#signIn("/auth/login", request, options)
  }

  /**
   * Signs out here, and forgets the tokens, whether the store could be told or not.
   *
   * @example
   * ```ts
   * await store.auth.logout()
   * ```
   */
  async logout(options?: RequestOptions): Promise<void> {
    const { credentials } = this.#api.transport
    const kept = await credentials.kept()
    await credentials.keep(undefined)
    if (!kept?.refreshToken) return
    const body = { refreshToken: kept.refreshToken }
    await this.#api.transport.request(
      { method: "POST", path: "/auth/logout", body, repeatable: true, anonymous: true },
      options,
    )
  }

  /**
   * Who is signed in.
   *
   * @example
   * ```ts
   * const { displayName, role } = await store.auth.user()
   * console.log(displayName, role)
   * ```
   */
  user(options?: RequestOptions): Promise<Account> {
    return this.#api.get("/auth/user", undefined, options)
  }

  /**
   * A ticket for the line of events, or for the event stream of a browser.
   *
   * @example
   * ```ts
   * const { streamUrl, ticket } = await store.auth.ticket()
   * const events = new EventSource(`${streamUrl}?ticket=${encodeURIComponent(ticket)}`)
   * events.onmessage = ({ data }) => console.log(data)
   * ```
   */
  ticket(options?: RequestOptions): Promise<LiveTicket> {
    return this.#api.again("/auth/ticket", undefined, options)
  }

  async #signIn(path: string, body: object, options: RequestOptions | undefined): Promise<Tokens> {
    const { transport } = this.#api
    const tokens = await transport.request<Tokens>({ method: "POST", path, body, anonymous: true }, options)
    const { accessToken, refreshToken, deviceToken } = tokens
    await transport.credentials.keep({ accessToken, refreshToken, deviceToken })
    return tokens
  }
}
