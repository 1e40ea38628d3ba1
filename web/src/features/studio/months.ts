import type { AgentEarnings } from "@jiga/store"

export type Month = AgentEarnings["months"][number]

/** As many as stand beside each other on a phone; the table has them all. */
const SHOWN = 6

/** The last months up to this one, those without a hire too. */
export function lastMonths(months: readonly Month[], now: Date): Month[] {
  return Array.from({ length: SHOWN }, (_, index) => {
    const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - SHOWN + 1 + index, 1))
    const month = date.toISOString().slice(0, 7)
    return months.find((one) => one.month === month) ?? { month, sessions: 0, consumed: 0, earned: 0 }
  })
}
