import { useSay } from "../../app/text"
import { useDof } from "../../ui/Amount"
import { useDayName } from "./dayName"
import { sumOf } from "./revenue"
import type { RevenueDay } from "./types"

const HEIGHT = 100
/** Of a day's room, how much its bar takes. */
const BAR = 0.8
/** A young store's few days stand at the end, as days and not as walls. */
const FEWEST = 14

/** Revenue and fees by day, as bars. In words it says the sum and the best day; the table beside it has the rest. */
export function RevenueChart({ days }: { days: RevenueDay[] }) {
  const say = useSay()
  const dof = useDof()
  const dayName = useDayName()
  const sums = days.map(sumOf)
  const most = Math.max(0, ...sums)
  const best = days[sums.indexOf(most)]
  const slots = Math.max(FEWEST, days.length)
  const first = slots - days.length
  const label =
    best && most > 0
      ? say("ops.chartSays", { count: days.length, amount: dof(most), day: dayName(best.day) })
      : say("ops.chartZero", { count: days.length })
  return (
    <figure class="grid min-w-0 gap-2 rounded-lg border border-line bg-raised p-4">
      <figcaption class="flex flex-wrap justify-between gap-x-4 text-sm text-soft figures">
        <span>{say("ops.chart")}</span>
        <span>{say("ops.chartMost", { amount: dof(most) })}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${slots} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height="200"
        class="rtl:-scale-x-100"
      >
        {days.map((day, index) => {
          const height = most > 0 ? (Math.max(0, sumOf(day)) / most) * (HEIGHT - 1) + 1 : 1
          return (
            <rect
              key={day.day}
              x={first + index + (1 - BAR) / 2}
              width={BAR}
              y={HEIGHT - height}
              height={height}
              fill={sumOf(day) > 0 ? "var(--accent)" : "var(--line)"}
            >
              <title>{`${dayName(day.day)}: ${say("amount.dof", { amount: dof(sumOf(day)) })}`}</title>
            </rect>
          )
        })}
      </svg>
      <p aria-hidden="true" class="flex justify-between text-xs text-soft figures">
        <span>{first === 0 && dayName(days[0]?.day ?? "")}</span>
        <span>{dayName(days[days.length - 1]?.day ?? "")}</span>
      </p>
    </figure>
  )
}
