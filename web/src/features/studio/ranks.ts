import type { AgentOptions, Fees, RankOption } from "../../parts/rules"

/** Answers for an agent at once: the store's own coach. */
export const COACH = "builtin"

export function leastRank({ ranks: [least] }: AgentOptions): RankOption {
  if (!least) throw new Error("The store tells of no rank.")
  return least
}

/** What a rank allows; of one that the store does not tell of, what its least rank does. */
export function rankOf(options: AgentOptions, name: string): RankOption {
  return options.ranks.find(({ rank }) => rank === name) ?? leastRank(options)
}

/** The voices to choose from; none where an endpoint of the owner's speaks with whatever it likes. */
export function voicesOf({ providers }: AgentOptions, name: string): readonly string[] {
  return providers.find(({ provider }) => provider === name)?.voices ?? []
}

/** Who may answer for an agent, the store's own coach first. */
export function providersOf({ providers }: AgentOptions): string[] {
  const names = providers.map(({ provider }) => provider)
  return [...names.filter((name) => name === COACH), ...names.filter((name) => name !== COACH)]
}

interface Range {
  /** DOF an hour, both inclusive. */
  least: number
  most: number
}

/** What may be asked for an hour: a variant costs at most its own rate. */
export function rateRange(
  agent: { rank: string; baseRate: number; baseAgentId?: string | null },
  options: AgentOptions,
): Range {
  const { leastRate, mostRate, leastVariantRate } = rankOf(options, agent.rank)
  return agent.baseAgentId ? { least: leastVariantRate, most: agent.baseRate } : { least: leastRate, most: mostRate }
}

/** What of an amount is the owner's: the rest after the store's part and, of a variant, that of who made its parent. */
export function ownersShare(amount: number, isVariant: boolean, { platformPercent, creatorPercent }: Fees): number {
  const part = (percent: number) => Math.floor((amount * percent) / 100)
  return amount - part(platformPercent) - (isVariant ? part(creatorPercent) : 0)
}
