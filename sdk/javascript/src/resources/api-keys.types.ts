/**
 * What to make a key with.
 *
 * @example
 * ```ts
 * const request: ApiKeyRequest = { name: "ci", kind: "secret", mode: "test", scopes: ["read:marketplace", "hire", "sessions"] }
 * await store.apiKeys.create(request)
 * ```
 */
export interface ApiKeyRequest {
  name: string
  /** A secret one belongs on a server; a publishable one opens only what a player's token allows. */
  kind: "secret" | "publishable"
  /** A test key moves test DOF only. */
  mode: "live" | "test"
  /** Such as `read:marketplace`, `hire`, `sessions`, `wallet:read`, `agents:write`, `players`. */
  scopes: string[]
  /** Of a publishable key: the sites that may use it. */
  allowedOrigins?: string[]
  /** Of a secret key: the addresses that may use it, as CIDR. */
  allowedAddresses?: string[]
  /** When it ends by itself, ISO 8601. */
  expiresAt?: string | null
  budgets?: Budgets
}

/**
 * How many DOF a key may spend.
 *
 * @example
 * ```ts
 * const budgets: Budgets = { day: 100_000, inFlight: 40_000 }
 * await store.apiKeys.update(keyId, { budgets })
 * ```
 */
export interface Budgets {
  /** A day, in UTC. */
  day?: number | null
  /** A month, in UTC. */
  month?: number | null
  /** In all. */
  total?: number | null
  /** Set aside at the same time. */
  inFlight?: number | null
}

/**
 * A key, without its secret.
 *
 * @example
 * ```ts
 * const describe = (key: ApiKey) => `${key.name}: ${key.prefix}…${key.lastFour}`
 * for await (const key of store.apiKeys.list()) console.log(describe(key))
 * ```
 */
export interface ApiKey {
  id: string
  name: string
  kind: "secret" | "publishable" | (string & {})
  mode: "live" | "test" | (string & {})
  prefix: string
  lastFour: string
  scopes: string[]
  allowedOrigins?: string[] | null
  allowedAddresses?: string[] | null
  expiresAt?: string | null
  budgets?: Budgets | null
  createdAt: string
  /** To the minute. */
  lastUsedAt?: string | null
}

/**
 * A key with its secret, which is shown this once.
 *
 * @example
 * ```ts
 * const made: ApiKeyCreated = await store.apiKeys.create({ name: "ci", kind: "secret", mode: "test", scopes: ["hire"] })
 * console.log(made.key.length)
 * ```
 */
export interface ApiKeyCreated extends ApiKey {
  key: string
}

/**
 * A key with its new secret.
 *
 * @example
 * ```ts
 * const rotated: ApiKeyRotated = await store.apiKeys.rotate(keyId)
 * console.log(rotated.previousExpiresAt)
 * ```
 */
export interface ApiKeyRotated extends ApiKeyCreated {
  /** Until then the old secret works too. */
  previousExpiresAt: string
}

/**
 * What may be changed of a key.
 *
 * @example
 * ```ts
 * const changes: ApiKeyPatch = { scopes: ["hire"], expiresAt: "2027-01-01T00:00:00Z" }
 * await store.apiKeys.update(keyId, changes)
 * ```
 */
export type ApiKeyPatch = Partial<Omit<ApiKeyRequest, "kind" | "mode">>

/**
 * A day of a key.
 *
 * @example
 * ```ts
 * const today: ApiKeyUsage | undefined = (await store.apiKeys.usage(keyId).page()).items[0]
 * console.log(today?.dofSpent)
 * ```
 */
export interface ApiKeyUsage {
  day: string
  requests: number
  dofSpent: number
}
