import type { ComponentChildren } from "preact"
import { Problem } from "../../parts/Problem"
import { type AgentOptions, type Fees, type Prices, useAgentOptions, useFees, usePrices } from "../../parts/rules"
import { Skeleton } from "../../ui/Loading"

/** What the store lets an owner choose from, and what it takes for what. */
export interface Rules {
  options: AgentOptions
  prices: Prices
  fees: Fees
}

/** Asked for where it is first called: a page that will draw by them calls it while it waits for something else. */
export function useRules() {
  const [options, prices, fees] = [useAgentOptions(), usePrices(), useFees()]
  const all = [options, prices, fees]
  const rules: Rules | undefined = options.data &&
    prices.data &&
    fees.data && { options: options.data, prices: prices.data, fees: fees.data }
  return {
    rules,
    error: all.find(({ error }) => error)?.error,
    again: () => Promise.all(all.filter(({ error }) => error).map(({ refetch }) => refetch())),
  }
}

interface RuledProps {
  /** The size of what comes. */
  size: string
  children: (rules: Rules) => ComponentChildren
}

/** Draws what goes by the store's rules, once they are there. */
export function Ruled({ size, children }: RuledProps) {
  const { rules, error, again } = useRules()
  if (rules) return <>{children(rules)}</>
  return error ? <Problem error={error} again={again} /> : <Skeleton class={size} />
}
