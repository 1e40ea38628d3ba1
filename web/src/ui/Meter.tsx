import { useSay } from "../app/text"
import { useDof } from "./Amount"

interface MeterProps {
  consumed: number
  allocated: number
  size: number
  /** What stands in its middle below the figure, such as the rate. */
  note?: string
}

const RADIUS = 44
const ROUND = 2 * Math.PI * RADIUS
/** How much is left, in parts of all, from which on the ring warns. */
const LOW = 0.2
const VERY_LOW = 0.05

/** The brand: a ring that fills with what is consumed of the hold, with marks where little is left. */
export function Meter({ consumed, allocated, size, note }: MeterProps) {
  const say = useSay()
  const dof = useDof()
  const part = allocated > 0 ? Math.min(1, consumed / allocated) : 0
  const left = 1 - part
  const colour = left <= VERY_LOW ? "var(--loss)" : left <= LOW ? "var(--warn)" : "var(--accent)"
  const mark = (at: number) => {
    const angle = (1 - at) * 2 * Math.PI - Math.PI / 2
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    return `M${50 + x * 39} ${50 + y * 39}L${50 + x * 49} ${50 + y * 49}`
  }
  return (
    <svg
      viewBox="0 0 100 100"
      width={size}
      height={size}
      role="meter"
      aria-valuemin={0}
      aria-valuemax={allocated}
      aria-valuenow={consumed}
      aria-label={say("meter.label", { consumed: dof(consumed), allocated: dof(allocated) })}
      class="shrink-0"
    >
      <circle cx="50" cy="50" r={RADIUS} fill="none" stroke="var(--line)" stroke-width="6" />
      {part > 0 && (
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          stroke={colour}
          stroke-width="6"
          stroke-linecap="round"
          stroke-dasharray={`${part * ROUND} ${ROUND}`}
          transform="rotate(-90 50 50)"
        />
      )}
      <path d={mark(LOW) + mark(VERY_LOW)} stroke="var(--soft)" stroke-width="1.5" />
      {size >= 96 && (
        <text
          x="50"
          y={note ? 50 : 55}
          text-anchor="middle"
          fill="currentColor"
          font-size="17"
          font-weight="600"
          class="figures font-display"
        >
          {dof(consumed)}
        </text>
      )}
      {size >= 96 && note && (
        <text x="50" y="66" text-anchor="middle" fill="var(--soft)" font-size="9">
          {note}
        </text>
      )}
    </svg>
  )
}
