/** What this page knows of; a newer store may have more. */
export type Rank = "Bronze" | "Silver" | "Gold" | "Platinum"
export const PROVIDERS = ["builtin", "openai", "gemini", "google", "webhook"] as const
export type Provider = (typeof PROVIDERS)[number]

interface RankOf {
  /** DOF an hour, both inclusive. */
  rate: { least: number; most: number }
  /** How such an agent watches a game, unless its owner says otherwise. */
  vision: Vision
}

/** What an agent's settings are about, as the store's configuration names them. */
export interface Vision {
  target_fps: number
  analysis_interval: number
  max_concurrent_analyses: number
  high_speed_mode?: string
}

/** The price list (docs/guides/prices.md), which no address of the API tells: the store refuses what lies outside. */
export const RANKS: Record<Rank, RankOf> = {
  Bronze: {
    rate: { least: 3_000, most: 3_000 },
    vision: { target_fps: 1, analysis_interval: 2, max_concurrent_analyses: 1 },
  },
  Silver: {
    rate: { least: 4_500, most: 6_000 },
    vision: { target_fps: 3, analysis_interval: 1, max_concurrent_analyses: 5, high_speed_mode: "quality_focused" },
  },
  Gold: {
    rate: { least: 8_000, most: 11_000 },
    vision: { target_fps: 5, analysis_interval: 0.5, max_concurrent_analyses: 10, high_speed_mode: "balanced" },
  },
  Platinum: {
    rate: { least: 12_000, most: 20_000 },
    vision: { target_fps: 5, analysis_interval: 0.3, max_concurrent_analyses: 15, high_speed_mode: "ultra_fast" },
  },
}

export const RANK_NAMES = Object.keys(RANKS) as Rank[]

export function rankOf(name: string): Rank {
  return RANK_NAMES.find((rank) => rank === name) ?? "Bronze"
}

const VOICES_OF_MODELS = {
  gemini: ["australian_male", "uk_female", "us_male_enceladus", "us_male_algenib"],
  google: ["uk_female_despina", "uk_male", "us_male_algenib"],
  openai: ["nova", "echo", "alloy", "fable", "shimmer", "onyx"],
}

/** The voices to choose from; none where an endpoint of the owner's speaks with whatever it likes. */
export function voicesOf(provider: Provider): string[] {
  switch (provider) {
    case "webhook":
      return []
    case "builtin":
      return [...new Set(Object.values(VOICES_OF_MODELS).flat())]
    default:
      return VOICES_OF_MODELS[provider]
  }
}

/** What may be asked for an hour: a variant costs at most its own rate, and its range begins at 70 % of its rank's. */
export function rateRange(agent: { rank: string; baseRate: number; baseAgentId?: string | null }): {
  least: number
  most: number
} {
  const { least, most } = RANKS[rankOf(agent.rank)].rate
  return agent.baseAgentId ? { least: Math.floor((least * 7) / 10), most: agent.baseRate } : { least, most }
}

/** What of an amount is the owner's: the rest after 25 % for the store and, of a variant, 5 % for who made its parent. */
export function ownersShare(amount: number, variant: boolean): number {
  const platform = Math.floor(amount / 4)
  const creator = variant ? Math.floor(amount / 20) : 0
  return amount - platform - creator
}
