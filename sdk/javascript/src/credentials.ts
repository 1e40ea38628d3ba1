import { AuthenticationError, JigaError } from "./errors.js"
import { isBrowser, variable } from "./environment.js"
import type { JigaStoreOptions, KeptTokens, TokenSource, TokenStorage } from "./options.js"

/** @internal Exchanges a refresh token. */
export type Refresh = (kept: KeptTokens) => Promise<KeptTokens>

interface Locks {
  locks?: { request<T>(name: string, work: () => Promise<T>): Promise<T> }
}

/**
 * @internal Who is calling. Renews what has expired once, however many calls find out at the same time, in all pages that share
 * the same storage.
 */
export class Credentials {
  readonly #key: string | undefined
  readonly #source: TokenSource | undefined
  readonly #storage: TokenStorage
  #fromSource: Promise<string> | undefined
  #renewing: Promise<boolean> | undefined

  constructor(options: JigaStoreOptions) {
    const given = options.playerToken ?? options.accessToken
    const signsIn = given !== undefined || options.refreshToken !== undefined || options.tokens !== undefined
    this.#key = options.apiKey ?? (signsIn ? undefined : variable("JIGA_API_KEY"))
    if (this.#key !== undefined) checkKey(this.#key, signsIn)
    this.#source = typeof given === "function" ? given : undefined
    this.#storage = options.tokens ?? inMemory(given, options)
  }

  async headers(): Promise<Record<string, string> & { authorization?: string }> {
    const token = this.#key ?? (await this.#token())
    return token === undefined ? {} : { authorization: `Bearer ${token}` }
  }

  /** Keeps what a sign-in left; undefined forgets it. */
  async keep(tokens: KeptTokens | undefined): Promise<void> {
    await this.#storage.write(tokens)
  }

  async kept(): Promise<KeptTokens | undefined> {
    return this.#storage.read()
  }

  /**
   * @param refused the `authorization` that the store did not take
   * @returns whether it is worth asking again
   */
  renew(refused: string | undefined, refresh: Refresh): Promise<boolean> {
    this.#renewing ??= this.#renew(refused, refresh).finally(() => (this.#renewing = undefined))
    return this.#renewing
  }

  async #renew(refused: string | undefined, refresh: Refresh): Promise<boolean> {
    if (refused === undefined) return false
    if (this.#source) {
      // Another call was faster.
      if (`Bearer ${await this.#token()}` !== refused) return true
      this.#fromSource = undefined
      return `Bearer ${await this.#token()}` !== refused
    }
    const { locks } = (globalThis as { navigator?: Locks }).navigator ?? {}
    const exchange = () => this.#exchange(refused, refresh)
    return locks ? locks.request("jiga-store-refresh", exchange) : exchange()
  }

  async #exchange(refused: string, refresh: Refresh): Promise<boolean> {
    const kept = await this.#storage.read()
    if (kept === undefined) return false
    // Another page, or another call, was faster: an exchange of the same token again would end the sign-in.
    if (`Bearer ${kept.accessToken}` !== refused) return true
    if (!kept.refreshToken) return false
    try {
      await this.#storage.write(await refresh(kept))
      return true
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error
      await this.#storage.write(undefined)
      return false
    }
  }

  async #token(): Promise<string | undefined> {
    if (!this.#source) return (await this.#storage.read())?.accessToken
    this.#fromSource ??= Promise.resolve(this.#source())
    try {
      return await this.#fromSource
    } catch (error) {
      this.#fromSource = undefined
      throw error
    }
  }
}

function checkKey(key: string, signsIn: boolean): void {
  if (signsIn) throw new JigaError("Give an API key or a token.")
  if (!key.startsWith("jiga_pub_") && isBrowser()) {
    throw new JigaError("A secret API key must not be in a browser. Give the page a token of players.createToken.")
  }
}

function inMemory(given: string | TokenSource | undefined, options: JigaStoreOptions): TokenStorage {
  const { refreshToken, deviceToken } = options
  let kept: KeptTokens | undefined
  if (typeof given === "string") kept = { accessToken: given, refreshToken, deviceToken }
  else if (refreshToken) kept = { accessToken: "", refreshToken, deviceToken }
  return { read: () => kept, write: (tokens) => void (kept = tokens) }
}
