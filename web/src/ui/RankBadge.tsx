import { useWord } from "../app/text"

const METAL: Record<string, string> = {
  Bronze: "border-bronze text-bronze",
  Silver: "border-silver text-silver",
  Gold: "border-gold text-gold",
  Platinum: "border-platinum text-platinum",
}

/** A rank is a metal, on a thin edge. */
export function RankBadge({ rank }: { rank: string }) {
  const word = useWord()
  return (
    <span
      class={`inline-block rounded-md border px-2 font-display text-sm font-semibold tracking-wide ${METAL[rank] ?? "border-line text-soft"}`}
    >
      {word("agent.rank", rank)}
    </span>
  )
}
