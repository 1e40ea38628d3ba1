import { Link } from "wouter-preact"
import { useSay } from "../../app/text"
import { Evidence } from "../../parts/ListingCard"
import { Portrait } from "../../parts/Portrait"
import { Dof } from "../../ui/Amount"
import { RankBadge } from "../../ui/RankBadge"
import { useListing } from "./agents"
import { nextStep } from "./next"
import type { ListedAgent } from "./OverviewPage"
import { StandingBadge } from "./StandingBadge"
import { standingOf } from "./standing"
import { addressOf } from "./tabs"

/** One of one's agents: how it stands, what it costs, what it can show, and what to do with it next. */
export function AgentRow({ agent }: { agent: ListedAgent }) {
  const say = useSay()
  const { data: listing } = useListing(agent)
  const next = listing === undefined ? undefined : nextStep(agent, listing)
  return (
    <article class="grid items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised p-4 sm:grid-cols-[auto_1fr] lg:grid-cols-[auto_1fr_auto_minmax(0,280px)]">
      <div class="flex items-center gap-3 sm:contents">
        <Portrait face={agent} imageUrl={agent.imageUrl} size={56} />
        <div class="min-w-0">
          <h3 class="text-lg wrap-anywhere">
            <Link href={addressOf(agent.id, "results")} class="inline-flex min-h-11 items-center hover:underline">
              {agent.name}
            </Link>
          </h3>
          <p class="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
            <RankBadge rank={agent.rank} />
            {listing !== undefined && <StandingBadge standing={standingOf(agent, listing)} />}
            {agent.baseAgentId && <span>{say("studio.variant")}</span>}
          </p>
        </div>
      </div>
      <div class="flex flex-wrap gap-x-4 text-sm sm:col-start-2 lg:col-start-3 lg:block lg:text-end">
        <p class="font-semibold">
          <Dof amount={listing?.pricing.baseRate ?? agent.baseRate} perHour />
        </p>
        {listing && (listing.stats.totalHires ?? 0) > 0 ? (
          <Evidence stats={listing.stats} />
        ) : (
          <p class="text-soft">{listing === undefined ? "\u00a0" : say("studio.noHires")}</p>
        )}
      </div>
      <p class="text-sm sm:col-start-2 lg:col-start-4">
        {next && (
          <Link href={addressOf(agent.id, next.tab)} class="inline-flex min-h-11 items-center text-accent underline">
            {say(next.says)}
          </Link>
        )}
      </p>
    </article>
  )
}
