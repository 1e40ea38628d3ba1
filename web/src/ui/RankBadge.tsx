import { useWord } from "../app/text"
import { METAL } from "./metal"

/** A rank is a metal, on a thin edge. */
export function RankBadge({ rank }: { rank: string }) {
  const word = useWord()
  const metal = METAL[rank]
  return (
    <span
      class={`inline-block rounded-md border px-2 font-display text-sm font-semibold tracking-wide ${metal ? `border-current ${metal}` : "border-line text-soft"}`}
    >
      {word("agent.rank", rank)}
    </span>
  )
}
