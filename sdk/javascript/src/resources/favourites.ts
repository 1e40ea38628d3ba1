import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type { Listing } from "../types.js"

/**
 * Agents that one wants to find again.
 *
 * @example
 * ```ts
 * await store.favourites.add("nova-coordinator-001")
 * for await (const { title } of store.favourites.list()) console.log(title)
 * ```
 */
export class Favourites {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * Those that are marked, without what was taken down.
   *
   * @example
   * ```ts
   * const { items } = await store.favourites.list({ limit: 50 }).page()
   * console.log(items.length)
   * ```
   */
  list(filter: { limit?: number } = {}, options?: RequestOptions): Pages<Listing> {
    return this.#api.pages("/favourites", filter, options)
  }

  /**
   * Marks one; again changes nothing.
   *
   * @example
   * ```ts
   * await store.favourites.add("nova-coordinator-001")
   * ```
   */
  add(listingId: string, options?: RequestOptions): Promise<void> {
    return this.#api.send("PUT", `/favourites/${id(listingId)}`, undefined, options)
  }

  /**
   * Takes the mark away; again changes nothing.
   *
   * @example
   * ```ts
   * await store.favourites.remove("nova-coordinator-001")
   * ```
   */
  remove(listingId: string, options?: RequestOptions): Promise<void> {
    return this.#api.send("DELETE", `/favourites/${id(listingId)}`, undefined, options)
  }
}
