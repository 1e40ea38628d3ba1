import type { Api } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { Preferences, PreferencesRequest, Profile, ProfileRequest, ProfileStats } from "../types.js"

/**
 * Who one is, and how one likes it.
 *
 * @example
 * ```ts
 * const { displayName } = await store.profile.get()
 * console.log(displayName)
 * ```
 */
export class ProfileResource {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * Who one is.
   *
   * @example
   * ```ts
   * const { id, displayName, role } = await store.profile.get()
   * console.log(id, displayName, role)
   * ```
   */
  get(options?: RequestOptions): Promise<Profile> {
    return this.#api.get("/profile", undefined, options)
  }

  /**
   * Replaces what one says of oneself.
   *
   * @example
   * ```ts
   * await store.profile.replace({ displayName: "Ada", timezone: "Europe/London" })
   * ```
   */
  replace(request: ProfileRequest, options?: RequestOptions): Promise<Profile> {
    return this.#api.send("PUT", "/profile", request, options)
  }

  /**
   * How one likes it.
   *
   * @example
   * ```ts
   * console.log(await store.profile.preferences())
   * ```
   */
  preferences(options?: RequestOptions): Promise<Preferences> {
    return this.#api.get("/profile/preferences", undefined, options)
  }

  /**
   * Replaces how one likes it.
   *
   * @example
   * ```ts
   * await store.profile.replacePreferences(preferences)
   * ```
   */
  replacePreferences(request: PreferencesRequest, options?: RequestOptions): Promise<Preferences> {
    return this.#api.send("PUT", "/profile/preferences", request, options)
  }

  /**
   * What one has played.
   *
   * @example
   * ```ts
   * console.log(await store.profile.stats())
   * ```
   */
  stats(options?: RequestOptions): Promise<ProfileStats> {
    return this.#api.get("/profile/stats", undefined, options)
  }
}
