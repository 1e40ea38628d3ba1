import { ApiError } from "@jiga/store"
import { newWish } from "../../parts/wish"

/**
 * The key under which the store hires once. As long as nobody knows what became of a try, also over a reload, the next one has the same
 * key; after a refusal, which is an answer, it has a new one.
 */
export class Attempt {
  readonly #kept: string
  readonly #storage: Pick<Storage, "getItem" | "setItem" | "removeItem">

  constructor(listingId: string, storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> = sessionStorage) {
    this.#kept = `jiga.hire.${listingId}`
    this.#storage = storage
  }

  /** @param wish what is hired with: another wish is another attempt */
  key(wish: object): string {
    const body = JSON.stringify(wish)
    const [before, key] = JSON.parse(this.#storage.getItem(this.#kept) ?? "[]") as [string?, string?]
    if (before === body && key) return key
    const fresh = newWish()
    this.#storage.setItem(this.#kept, JSON.stringify([body, fresh]))
    return fresh
  }

  hired(): void {
    this.#storage.removeItem(this.#kept)
  }

  failed(error: unknown): void {
    if (error instanceof ApiError && !error.retryable) this.#storage.removeItem(this.#kept)
  }
}
