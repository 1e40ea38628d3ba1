import type { PublicAgent } from "@jiga/store"
import type { Prices } from "./rules"

/** What an action costs, once or for each of its units. Of a variant it is a part of that, rounded down. */
export function priceOf({ actions, variantPercent }: Prices, name: string, isVariant = false): number {
  const price = actions.find(({ action }) => action === name)?.dof ?? 0
  return isVariant ? Math.floor((price * variantPercent) / 100) : price
}

export interface AnswerPrice {
  usual: number
  most: number
}

/** What an answer to a message costs, and what it costs at most: one that takes reasoning. */
export function answerPrice({ baseAgentId }: Pick<PublicAgent, "baseAgentId">, prices: Prices): AnswerPrice {
  const isVariant = baseAgentId != null
  return { usual: priceOf(prices, "chat", isVariant), most: priceOf(prices, "reasoning", isVariant) }
}
