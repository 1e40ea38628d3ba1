import type { ListingPage, OwnAgent } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { Skeleton } from "../../ui/Loading"
import { Figure } from "./Earned"
import { EarningsChart } from "./EarningsChart"
import { OwnReviews } from "./OwnReviews"

/** What an agent did, what it earned, and what players said of it. */
export function Results({ agent, listing }: { agent: OwnAgent; listing: ListingPage | null }) {
  const say = useSay()
  const number = useNumber()
  const dof = useDof()
  const earnings = useQuery({
    queryKey: ["studio", "earnings", agent.id],
    queryFn: ({ signal }) => store().agents.earnings(agent.id, { signal }),
  })
  const metrics = useQuery({
    queryKey: ["studio", "metrics", agent.id],
    queryFn: ({ signal }) => store().agents.metrics(agent.id, { signal }),
  })
  const error = earnings.error ?? metrics.error
  if (error) return <Problem error={error} again={() => Promise.all([earnings.refetch(), metrics.refetch()])} />
  if (!earnings.data || !metrics.data) return <Skeleton class="h-96" />
  const { earned, consumed, sessions, months } = earnings.data
  const stats = listing?.stats
  return (
    <div class="grid grid-cols-1 gap-8">
      <dl class="grid grid-cols-2 gap-3 rounded-lg border border-line bg-raised p-4 lg:grid-cols-4">
        <Figure label={say("studio.earnedHere")} worth={earned}>
          <Dof amount={earned} />
        </Figure>
        <Figure
          label={say("studio.hires")}
          note={sessions > 0 && say("studio.perHire", { amount: dof(Math.round(consumed / sessions)) })}
        >
          {number(stats?.totalHires ?? sessions)}
        </Figure>
        <Figure
          label={say("studio.activeTime")}
          note={metrics.data.sessions > 0 && say("studio.inSessions", { count: metrics.data.sessions })}
        >
          {say("studio.minutes", { count: number(metrics.data.activeMillis / 60_000, { maximumFractionDigits: 1 }) })}
        </Figure>
        <Figure
          label={say("studio.success")}
          note={stats?.successRate != null && say("studio.ofSessions", { count: stats.successBase ?? 0 })}
        >
          {stats?.successRate == null
            ? say("studio.noneYet")
            : number(stats.successRate, { style: "percent", maximumFractionDigits: 0 })}
        </Figure>
      </dl>
      <EarningsChart months={months} />
      {listing && <OwnReviews listing={listing} />}
    </div>
  )
}
