import type { ListingPage, OwnAgent } from "@jiga/store"
import { Link, useSearchParams } from "wouter-preact"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { Dof } from "../../ui/Amount"
import { LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { useMoment } from "../../ui/moment"
import { RankBadge } from "../../ui/RankBadge"
import { useListing, useOwnAgent } from "./agents"
import { BackToAll } from "./BackToAll"
import { Character } from "./Character"
import { Market } from "./Market"
import { nextStep } from "./next"
import { Results } from "./Results"
import { useRules } from "./Ruled"
import { StandingBadge } from "./StandingBadge"
import { standingOf } from "./standing"
import { TryOut } from "./TryOut"
import { addressOf, TABS, type Tab, tabOf } from "./tabs"

/** One of one's agents: how it does, how it stands on the market, what it is, and how it answers. */
export function Page({ id = "" }) {
  const say = useSay()
  const { data: agent, error, refetch } = useOwnAgent(id)
  useRules()
  useTitle(agent ? `${agent.name} · ${say("studio.title")}` : undefined)

  if (error && !agent) {
    return (
      <>
        <BackToAll />
        <h1 class="sr-only">{say("studio.title")}</h1>
        <Problem error={error} again={refetch} />
      </>
    )
  }
  if (agent === undefined) return <Placeholder />
  return agent === null ? <NotMine id={id} /> : <Mine agent={agent} />
}

function Mine({ agent }: { agent: OwnAgent }) {
  const [params] = useSearchParams()
  const { data: listing, error, refetch } = useListing(agent)
  const tab = tabOf(params)
  return (
    <div class="grid gap-6">
      <header class="grid gap-3">
        <BackToAll />
        <div class="flex flex-wrap items-center gap-4">
          <Portrait face={agent} imageUrl={agent.imageUrl} size={80} />
          <div class="min-w-0 flex-1 basis-52">
            <h1 class="text-xl wrap-anywhere">{agent.name}</h1>
            <p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
              <RankBadge rank={agent.rank} />
              {listing !== undefined && <StandingBadge standing={standingOf(agent, listing)} />}
              <Dof amount={listing?.pricing.baseRate ?? agent.baseRate} perHour />
            </p>
          </div>
          {listing !== undefined && <Next agent={agent} listing={listing} tab={tab} />}
        </div>
        {listing?.moderation && <TakenDown {...listing.moderation} />}
        <Tabs id={agent.id} here={tab} />
      </header>
      {tab === "agent" && <Character key={agent.id} agent={agent} listing={listing} />}
      {tab !== "agent" && error && !listing && <Problem error={error} again={refetch} />}
      {tab !== "agent" && listing === undefined && !error && <Skeleton class="h-96" />}
      {tab === "results" && listing !== undefined && <Results agent={agent} listing={listing} />}
      {tab === "market" && listing !== undefined && <Market key={agent.id} agent={agent} listing={listing} />}
      {tab === "try" && listing !== undefined && <TryOut key={agent.id} agent={agent} listing={listing} />}
    </div>
  )
}

/** Why an operator has taken it off the market. */
function TakenDown({ reason, at }: { reason: string; at: string }) {
  const say = useSay()
  const moment = useMoment()
  return (
    <section class="grid gap-1 rounded-lg border border-loss p-4 wrap-anywhere">
      <p class="font-medium">{say("studio.takenDown", { at: moment(at) })}</p>
      <p class="whitespace-pre-line">{reason}</p>
    </section>
  )
}

/** What helps most now, unless one is where it is done. */
function Next({ agent, listing, tab }: { agent: OwnAgent; listing: ListingPage | null; tab: Tab }) {
  const say = useSay()
  const next = nextStep(agent, listing)
  if (next.tab === tab) return null
  return (
    <Link href={addressOf(agent.id, next.tab)} class="press inline-flex items-center text-accent underline">
      {say(next.says)}
    </Link>
  )
}

function Tabs({ id, here }: { id: string; here: Tab }) {
  const say = useSay()
  return (
    <nav aria-label={say("studio.parts")} class="grid grid-cols-4 border-b border-line sm:flex">
      {TABS.map((tab) => (
        <Link
          key={tab}
          href={addressOf(id, tab)}
          aria-current={tab === here ? "page" : undefined}
          class={`press -mb-px inline-flex items-center justify-center border-b-2 px-1 text-center text-sm sm:px-4 sm:text-base ${tab === here ? "border-accent font-medium text-ink" : "border-transparent text-soft hover:text-ink"}`}
        >
          {say(`studio.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}

function NotMine({ id }: { id: string }) {
  const say = useSay()
  return (
    <div class="grid min-h-80 place-content-center gap-4 p-6 text-center">
      <h1 class="text-xl">{say("studio.notMine")}</h1>
      <div class="flex flex-wrap justify-center gap-3">
        <LinkButton to={`/agents/${id}`}>{say("studio.seeListing")}</LinkButton>
        <LinkButton to="/studio">{say("studio.title")}</LinkButton>
      </div>
    </div>
  )
}

function Placeholder() {
  return (
    <div class="grid gap-6">
      <Skeleton class="h-40" />
      <Skeleton class="h-96" />
    </div>
  )
}
