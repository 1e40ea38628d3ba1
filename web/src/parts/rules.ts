import { useQuery } from "@tanstack/react-query"
import { store } from "../app/session"

/** What an agent's settings are about, as the store's configuration names them. */
export interface Vision {
  target_fps: number
  analysis_interval: number
  max_concurrent_analyses: number
  high_speed_mode?: string
}

export interface RankOption {
  rank: string
  /** DOF an hour, both inclusive. */
  leastRate: number
  mostRate: number
  /** Of a variant, whose own rate is the most. */
  leastVariantRate: number
  variantCost: number
  /** How such an agent watches a game, unless its owner says otherwise. */
  configuration: Vision
}

export interface ProviderOption {
  provider: string
  /** None: it speaks with whatever it likes. */
  voices: readonly string[]
}

/** What an agent may be made of. */
export interface AgentOptions {
  /** The least first. */
  ranks: readonly RankOption[]
  providers: readonly ProviderOption[]
}

/** What a session costs besides its hours, and how far sessions go. */
export interface Prices {
  actions: readonly { action: string; dof: number }[]
  /** What a variant's hours and doings cost, of its parent's. */
  variantPercent: number
  leastMinutes: number
  trialMinutes: number
  longestMinutes: number
}

/** What the store takes: of a transfer on top, of what a session used out of it. */
export interface Fees {
  transferPercent: number
  platformPercent: number
  /** For whoever made what a variant was derived from. */
  creatorPercent: number
}

export function useAgentOptions() {
  return useRule<AgentOptions>("/agents/options")
}

export function usePrices() {
  return useRule<Prices>("/sessions/prices")
}

export function useFees() {
  return useRule<Fees>("/transactions/fees")
}

/** The same for everybody: it waits for no sign-in, and is asked for once. */
function useRule<T>(path: string) {
  return useQuery({
    queryKey: ["rules", path],
    queryFn: ({ signal }) => store().request<T>({ method: "GET", path, anonymous: true }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
