import type { Fees } from "../../parts/rules"
import { useNumber } from "../../ui/Amount"

/** Who gets what part of what a session used, as messages say it. */
export function useShares(
  { platformPercent, creatorPercent }: Fees,
  isVariant: boolean,
): { yours: string; platform: string; creator: string } {
  const number = useNumber()
  const percent = (of: number) => number(of / 100, { style: "percent" })
  return {
    yours: percent(100 - platformPercent - (isVariant ? creatorPercent : 0)),
    platform: percent(platformPercent),
    creator: percent(creatorPercent),
  }
}
