import { type Api, id } from "../api.js"
import type { RequestOptions } from "../options.js"
import type { ClaimRequest, PlayerToken, PlayerTokenRequest, Tokens } from "../types.js"

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
   * Makes the player whose token this client has an account of its own, with all that is in it. The studio makes no tokens for it any
   * more.
   *
   * @example
   * ```ts
   * const game = new JigaStore({ playerToken })
   * const { user, accessToken, refreshToken } = await game.players.claim({ email, password })
   * const store = new JigaStore({ accessToken, refreshToken })
   * console.log(user.id, (await store.wallet.get()).balance)
   * ```
   */
  claim(request: ClaimRequest, options?: RequestOptions): Promise<Tokens> {
    return this.#api.send("POST", "/players/claim", request, options)
  }
}
