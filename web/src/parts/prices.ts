import type { PublicAgent } from "@jiga/store"

/** The store's price list (docs/guides/prices.md), which the API does not tell: an answer, and one that takes reasoning. */
const ANSWER = 100
const REASONED = 200
/** A variant has this part of its parent's prices. */
const VARIANT_PERCENT = 70

export interface AnswerPrice {
  usual: number
  most: number
}

/** What an answer to a message costs, and what it costs at most. */
export function answerPrice(agent: Pick<PublicAgent, "baseAgentId">): AnswerPrice {
  const percent = agent.baseAgentId ? VARIANT_PERCENT : 100
  return { usual: (ANSWER * percent) / 100, most: (REASONED * percent) / 100 }
}
