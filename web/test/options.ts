import type { AgentOptions, Fees, Prices } from "../src/parts/rules"

/** What a store may say: figures as they are made up here, so that a test finds those that are written down elsewhere. */
export const OPTIONS: AgentOptions = {
  ranks: [
    {
      rank: "Bronze",
      leastRate: 3_100,
      mostRate: 3_100,
      leastVariantRate: 2_170,
      variantCost: 31_000,
      configuration: { target_fps: 1, analysis_interval: 2, max_concurrent_analyses: 1 },
    },
    {
      rank: "Gold",
      leastRate: 8_200,
      mostRate: 11_300,
      leastVariantRate: 5_740,
      variantCost: 151_000,
      configuration: {
        target_fps: 6,
        analysis_interval: 0.3,
        max_concurrent_analyses: 12,
        high_speed_mode: "balanced",
      },
    },
  ],
  providers: [
    { provider: "openai", voices: ["nova", "echo"] },
    { provider: "builtin", voices: ["uk_female", "nova", "echo"] },
    { provider: "webhook", voices: [] },
  ],
}

export const PRICES: Prices = {
  actions: [
    { action: "chat", dof: 110 },
    { action: "reasoning", dof: 215 },
  ],
  variantPercent: 70,
  leastMinutes: 6,
  trialMinutes: 4,
  longestMinutes: 180,
}

export const FEES: Fees = { transferPercent: 11, platformPercent: 24, creatorPercent: 6 }
