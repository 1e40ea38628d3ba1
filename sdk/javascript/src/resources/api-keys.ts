import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type { ApiKey, ApiKeyCreated, ApiKeyPatch, ApiKeyRequest, ApiKeyRotated, ApiKeyUsage } from "../types.js"

/**
 * A studio's keys.
 *
 * @example
 * ```ts
 * const { key } = await store.apiKeys.create({ name: "match server", kind: "secret", mode: "test", scopes: ["hire", "sessions"] })
 * console.log("Keep it well, it is shown once:", key.length)
 * ```
 */
export class ApiKeys {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * Makes a key. `key` is in this answer and nowhere else, so this is never sent twice: if the answer is lost, make another.
   *
   * @example
   * ```ts
   * const made = await store.apiKeys.create({
   *   name: "the game",
   *   kind: "publishable",
   *   mode: "live",
   *   allowedOrigins: ["https://game.example"],
   * })
   * console.log(made.id, made.prefix, made.lastFour)
   * ```
   */
  create(request: ApiKeyRequest, options?: RequestOptions): Promise<ApiKeyCreated> {
    return this.#api.send("POST", "/api-keys", request, options)
  }

  /**
   * The keys there are, without their secrets.
   *
   * @example
   * ```ts
   * for await (const { name, lastFour, lastUsedAt } of store.apiKeys.list()) console.log(name, lastFour, lastUsedAt)
   * ```
   */
  list(filter: { limit?: number } = {}, options?: RequestOptions): Pages<ApiKey> {
    return this.#api.pages("/api-keys", filter, options)
  }

  /**
   * Changes what a key may do; what is left out stays, and null takes an end or a budget away.
   *
   * @example
   * ```ts
   * await store.apiKeys.update(keyId, { budgets: { day: 50_000 } })
   * ```
   */
  update(keyId: string, changes: ApiKeyPatch, options?: RequestOptions): Promise<ApiKey> {
    return this.#api.send("PATCH", `/api-keys/${id(keyId)}`, changes, options)
  }

  /**
   * Revokes a key, at once.
   *
   * @example
   * ```ts
   * await store.apiKeys.delete(keyId)
   * ```
   */
  delete(keyId: string, options?: RequestOptions): Promise<void> {
    return this.#api.send("DELETE", `/api-keys/${id(keyId)}`, undefined, options)
  }

  /**
   * Gives a key a new secret. The old one works until `previousUntil`.
   *
   * @example
   * ```ts
   * const { key, previousUntil } = await store.apiKeys.rotate(keyId)
   * console.log(key.length, previousUntil)
   * ```
   */
  rotate(keyId: string, options?: RequestOptions): Promise<ApiKeyRotated> {
    return this.#api.send("POST", `/api-keys/${id(keyId)}/rotate`, undefined, options)
  }

  /**
   * What a key was used for, a line for each day.
   *
   * @example
   * ```ts
   * for await (const { day, requests, dofSpent } of store.apiKeys.usage(keyId)) console.log(day, requests, dofSpent)
   * ```
   */
  usage(keyId: string, filter: { limit?: number } = {}, options?: RequestOptions): Pages<ApiKeyUsage> {
    return this.#api.pages(`/api-keys/${id(keyId)}/usage`, filter, options)
  }
}
