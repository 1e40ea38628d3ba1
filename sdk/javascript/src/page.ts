/**
 * Some of many things.
 *
 * @example
 * ```ts
 * const page: Page<Listing> = await store.marketplace.browse({ limit: 10 }).page()
 * console.log(page.items.length, page.nextCursor ?? "the last page")
 * ```
 */
export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page begins; absent on the last one. */
  readonly nextCursor?: string | null | undefined
}

/**
 * All pages of something, read as they are needed: iterate, and stop when you have enough.
 *
 * @example
 * ```ts
 * for await (const listing of store.marketplace.search({ q: "call of dutty" })) console.log(listing.title)
 *
 * const { items, total, facets } = await store.marketplace.search({ rank: ["Gold"] }).page()
 * console.log(items.length, total, facets)
 * ```
 */
export class Pages<T, P extends Page<T> = Page<T>> implements AsyncIterable<T> {
  readonly #read: (cursor: string | undefined) => Promise<P>

  /** @internal */
  constructor(read: (cursor: string | undefined) => Promise<P>) {
    this.#read = read
  }

  /**
   * One page: the first, or the one that a `nextCursor` names.
   *
   * @example
   * ```ts
   * const first = await store.wallet.history().page()
   * const second = first.nextCursor ? await store.wallet.history().page(first.nextCursor) : undefined
   * ```
   */
  page(cursor?: string): Promise<P> {
    return this.#read(cursor)
  }

  /**
   * Page by page.
   *
   * @example
   * ```ts
   * for await (const page of store.notifications.list().pages()) console.log(page.items.length)
   * ```
   */
  async *pages(): AsyncGenerator<P, void, undefined> {
    let cursor: string | undefined
    do {
      const page = await this.#read(cursor)
      yield page
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.items
  }

  /**
   * The first things as a list. The limit is yours to choose, so that nobody reads a whole store by mistake.
   *
   * @example
   * ```ts
   * const lines = await store.sessions.usage(session.id).toArray({ limit: 1_000 })
   * ```
   */
  async toArray(options: { limit: number }): Promise<T[]> {
    const items: T[] = []
    if (options.limit < 1) return items
    for await (const item of this) if (items.push(item) >= options.limit) break
    return items
  }
}
