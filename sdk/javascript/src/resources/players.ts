import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { PlayerToken, PlayerTokenRequest, StudioPlayer } from "./players.types.js"

/**
 * A studio's players, who have no account in the store.
 *
 * @example
 * ```ts
 * const { token } = await store.players.createToken("player-4711", { displayName: "Pat", spends: "studio", cap: { day: 20_000 } })
 * console.log(token.length)
 * ```
 */
export class Players {
  readonly #api: Api

  /** @internal */
  constructor(api: Api) {
    this.#api = api
  }

  /**
   * Makes a short-lived token for a player, to be handed to the game. Needs a secret key of scope `players`, so only a server does this.
   *
   * @example
   * ```ts
   * const { token, expiresIn } = await store.players.createToken("player-4711", { displayName: "Pat" })
   * console.log(token.length, expiresIn)
   * ```
   */
  createToken(externalId: string, request: PlayerTokenRequest = {}, options?: RequestOptions): Promise<PlayerToken> {
    // A lost answer costs nothing: another token is as good.
    return this.#api.again(`/players/${id(externalId)}/tokens`, request, options)
  }

  /**
   * Makes a player that somebody was in a game part of the account that is signed in.
   *
   * @example
   * ```ts
   * const { externalId } = await store.players.claim(playerToken)
   * console.log(externalId)
   * ```
   */
  async claim(playerToken: string, options?: RequestOptions): Promise<StudioPlayer> {
    return (await this.#api.again<{ player: StudioPlayer }>("/players/claim", { playerToken }, options)).player
  }
}
