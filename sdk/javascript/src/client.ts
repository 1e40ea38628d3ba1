import { Api } from "./api.js"
import { Credentials } from "./credentials.js"
import type { JigaStoreOptions, RequestOptions } from "./options.js"
import type { Jwks } from "./receipt.js"
import { Agents } from "./resources/agents.js"
import { ApiKeys } from "./resources/api-keys.js"
import { Auth } from "./resources/auth.js"
import { Favourites } from "./resources/favourites.js"
import { Marketplace } from "./resources/marketplace.js"
import { Notifications } from "./resources/notifications.js"
import { Players } from "./resources/players.js"
import { ProfileResource } from "./resources/profile.js"
import { Sessions } from "./resources/sessions.js"
import { WalletResource } from "./resources/wallet.js"
import { type Call, Transport } from "./transport.js"

/**
 * A JIGA Store.
 *
 * @example
 * ```ts
 * const store = new JigaStore({ apiKey: process.env.JIGA_API_KEY })
 * const session = await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 })
 * await using live = await session.connect()
 * for await (const part of live.say("They push B, what now?")) process.stdout.write(part.text)
 * console.log(live.cost.consumed, live.cost.remaining)
 * ```
 */
export class JigaStore {
  /** Agents as such. */
  readonly agents: Agents
  /** Agents to hire. */
  readonly marketplace: Marketplace
  /** Sessions that run, and those that are over. */
  readonly sessions: Sessions
  /** DOF: what there is, how it came and where it went. */
  readonly wallet: WalletResource
  /** Who one is. */
  readonly profile: ProfileResource
  /** Agents that one wants to find again. */
  readonly favourites: Favourites
  /** What somebody should know. */
  readonly notifications: Notifications
  /** A studio's keys. */
  readonly apiKeys: ApiKeys
  /** A studio's players. */
  readonly players: Players
  /** Signing in and out. */
  readonly auth: Auth
  readonly #transport: Transport

  constructor(options?: JigaStoreOptions)
  /** @internal */
  constructor(options: JigaStoreOptions, credentials: Credentials)
  constructor(options: JigaStoreOptions = {}, credentials = new Credentials(options)) {
    this.#transport = new Transport(options, credentials)
    const api = new Api(this.#transport)
    this.agents = new Agents(api)
    this.sessions = new Sessions(api)
    this.marketplace = new Marketplace(api, this.sessions)
    this.wallet = new WalletResource(api)
    this.profile = new ProfileResource(api)
    this.favourites = new Favourites(api)
    this.notifications = new Notifications(api)
    this.apiKeys = new ApiKeys(api)
    this.players = new Players(api)
    this.auth = new Auth(api)
  }

  /** The store's address. */
  get baseUrl(): string {
    return this.#transport.baseUrl
  }

  /**
   * The same client with other options. It shares the tokens, unless the options say who is calling.
   *
   * @example
   * ```ts
   * const patient = store.withOptions({ timeout: 120_000, maxRetries: 5 })
   * console.log((await patient.wallet.get()).available)
   * ```
   */
  withOptions(options: JigaStoreOptions): JigaStore {
    const { options: before, credentials } = this.#transport
    if (!WHO.some((member) => options[member] !== undefined))
      return new JigaStore({ ...before, ...options }, credentials)
    const somebodyElse = Object.fromEntries(WHO.map((member) => [member, undefined]))
    return new JigaStore({ ...before, ...somebodyElse, ...options })
  }

  /**
   * The store's public keys, by which receipts are checked. Keep them, and receipts can be checked without the store.
   *
   * @example
   * ```ts
   * const jwks = await store.jwks()
   * console.log(jwks.keys.length)
   * ```
   */
  jwks(options?: RequestOptions): Promise<Jwks> {
    return this.#transport.request({ method: "GET", path: "/.well-known/jwks.json", anonymous: true }, options)
  }

  /**
   * Any call of the API, for what has no method of its own yet; with the same retries, time-outs and errors.
   *
   * @example
   * ```ts
   * const earned = await store.request<{ items: { id: string }[] }>({ method: "GET", path: "/badges/earned" })
   * console.log(earned.items.length)
   * ```
   */
  request<T>(call: Call, options?: RequestOptions): Promise<T> {
    return this.#transport.request<T>(call, options)
  }

  /** Without keys and tokens, so that it may stand in a log. */
  toJSON(): object {
    return { baseUrl: this.baseUrl }
  }
}

const WHO = ["apiKey", "playerToken", "accessToken", "refreshToken", "deviceToken", "tokens"] as const
