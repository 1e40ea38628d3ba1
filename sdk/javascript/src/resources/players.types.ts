/**
 * Whom a player's token is for.
 *
 * @example
 * ```ts
 * const request: PlayerTokenRequest = { displayName: "Pat", spends: "studio", cap: { day: 20_000 } }
 * await store.players.createToken("player-4711", request)
 * ```
 */
export interface PlayerTokenRequest {
  displayName?: string
  /** A wallet of the player's own, or the studio's. */
  spends?: "own" | "studio"
  /** How many of the studio's DOF the player may spend. */
  cap?: { day?: number; total?: number }
}

/**
 * A token that opens what this player may do, for a short while.
 *
 * @example
 * ```ts
 * const forTheGame: PlayerToken = await store.players.createToken("player-4711")
 * console.log(forTheGame.expiresIn)
 * ```
 */
export interface PlayerToken {
  token: string
  /** Seconds. */
  expiresIn: number
  expiresAt: string
  player: StudioPlayer
}

/**
 * A player of a studio.
 *
 * @example
 * ```ts
 * const player: StudioPlayer = (await store.players.createToken("player-4711")).player
 * console.log(player.userId, player.spends)
 * ```
 */
export interface StudioPlayer {
  externalId: string
  userId: string
  displayName?: string | null
  spends: "own" | "studio" | (string & {})
  cap?: { day?: number | null; total?: number | null } | null
}
