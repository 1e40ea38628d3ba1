import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Pages } from "../page.js"
import type {
  Categories,
  Found,
  Hired,
  HireRequest,
  Listing,
  ListingPage,
  ListingPatch,
  ListingQuery,
  Review,
  Search,
} from "../types.js"
import { HiredSession } from "./hired.js"
import type { Sessions } from "./sessions.js"

/**
 * Agents to hire.
 *
 * @example
 * ```ts
 * for await (const listing of store.marketplace.search({ q: "valorant", sortBy: "rating" })) {
 *   console.log(listing.listingId, listing.title, listing.pricing.baseRate)
 * }
 * ```
 */
export class Marketplace {
  readonly #api: Api
  readonly #sessions: Sessions

  /** @internal */
  constructor(api: Api, sessions: Sessions) {
    this.#api = api
    this.#sessions = sessions
  }

  /**
   * All agents, the most popular first.
   *
   * @example
   * ```ts
   * const { items, total } = await store.marketplace.browse({ limit: 12 }).page()
   * console.log(items.length, total)
   * ```
   */
  browse(filter: Search = {}, options?: RequestOptions): Pages<Listing, Found> {
    return this.#api.pages("/marketplace", filter, options)
  }

  /**
   * Agents by words and facets. Typos are forgiven; a list means any of.
   *
   * @example
   * ```ts
   * const { items, facets } = await store.marketplace.search({ q: "call of dutty", rank: ["Gold", "Platinum"] }).page()
   * console.log(items[0]?.title, facets)
   * ```
   */
  search(query: Search, options?: RequestOptions): Pages<Listing, Found> {
    return this.#api.pages("/marketplace/search", query, options)
  }

  /**
   * Specialists alone.
   *
   * @example
   * ```ts
   * for await (const expert of store.marketplace.specialists({ game: ["Call of Duty"] })) console.log(expert.specializations)
   * ```
   */
  specialists(query: Search = {}, options?: RequestOptions): Pages<Listing, Found> {
    return this.#api.pages("/marketplace/specialists", query, options)
  }

  /**
   * Names that begin so.
   *
   * @example
   * ```ts
   * console.log(await store.marketplace.suggest("no"))
   * ```
   */
  async suggest(beginning: string, options?: RequestOptions): Promise<string[]> {
    return (await this.#api.get<{ items: string[] }>("/marketplace/suggest", { q: beginning }, options)).items
  }

  /**
   * Agents that the store puts first.
   *
   * @example
   * ```ts
   * for (const listing of await store.marketplace.featured()) console.log(listing.title)
   * ```
   */
  async featured(options?: RequestOptions): Promise<Listing[]> {
    return (await this.#api.get<{ items: Listing[] }>("/marketplace/featured", undefined, options)).items
  }

  /**
   * What agents are sorted into.
   *
   * @example
   * ```ts
   * console.log(await store.marketplace.categories())
   * ```
   */
  categories(options?: RequestOptions): Promise<Categories> {
    return this.#api.get("/marketplace/categories", undefined, options)
  }

  /**
   * One agent, with all that the marketplace says of it.
   *
   * @example
   * ```ts
   * const listing = await store.marketplace.get("nova-coordinator-001", { expand: ["reviews"] })
   * console.log(listing.description, listing.reviews)
   * ```
   */
  get(listingId: string, query: ListingQuery = {}, options?: RequestOptions): Promise<ListingPage> {
    return this.#api.get(`/marketplace/${id(listingId)}`, query, options)
  }

  /**
   * What players say of an agent, the newest first.
   *
   * @example
   * ```ts
   * for await (const review of store.marketplace.reviews("nova-coordinator-001")) console.log(review.rating, review.comment)
   * ```
   */
  reviews(listingId: string, filter: { limit?: number } = {}, options?: RequestOptions): Pages<Review> {
    return this.#api.pages(`/marketplace/${id(listingId)}/reviews`, filter, options)
  }

  /**
   * Hires an agent: `dofAllocation` DOF are set aside, and what is not used comes back. However often it is sent, it is one hire.
   *
   * @example
   * ```ts
   * const session = await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 })
   * console.log(session.id, session.contract.estimatedHours)
   * ```
   */
  async hire(listingId: string, request: HireRequest, options?: RequestOptions): Promise<HiredSession> {
    const hired = await this.#api.once<Hired>(`/marketplace/${id(listingId)}/hire`, request, options)
    return new HiredSession(hired, this.#sessions)
  }

  /**
   * Changes one's own listing; what is left out stays.
   *
   * @example
   * ```ts
   * await store.marketplace.edit("my-agent", { tags: ["calm", "strategy"] })
   * ```
   */
  edit(listingId: string, changes: ListingPatch, options?: RequestOptions): Promise<ListingPage> {
    return this.#api.send("PATCH", `/marketplace/${id(listingId)}`, changes, options)
  }
}
