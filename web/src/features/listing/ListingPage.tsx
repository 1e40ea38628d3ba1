import type { ListingPage as Listing } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { PLANTED } from "../../app/queries"
import { isSignedIn, store } from "../../app/session"
import { Text, useLocale, useSay, useWord } from "../../app/text"
import { useTitle } from "../../app/title"
import { abilitiesOf, languageName } from "../../parts/abilities"
import { useAgent } from "../../parts/agents"
import { FavouriteButton } from "../../parts/FavouriteButton"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { answerPrice } from "../../parts/prices"
import { Reviews } from "../../parts/Reviews"
import { usePrices } from "../../parts/rules"
import { LIKELY, useWorth, Worth } from "../../parts/Worth"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { LinkButton } from "../../ui/Button"
import { Fact } from "../../ui/Fact"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"

/** Hold the place of figures that are not known yet. */
const LIKELY_PRICE = { usual: 100, most: 100 }
const LIKELY_MINUTES = 5

/** Whether this one is any good: evidence before claims, and what it costs always in sight. */
export function Page({ id = "" }) {
  const say = useSay()
  const word = useWord()
  const { data, error, refetch } = useQuery({
    queryKey: PLANTED.listing(id),
    queryFn: ({ signal }) => store().marketplace.get(id, {}, { signal }),
  })
  useTitle(data?.title)

  if (error) return <Problem page error={error} again={refetch} />
  if (!data) return <Placeholder />
  return (
    <div class="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
      <article class="grid min-w-0 grid-cols-1 content-start gap-8 wrap-anywhere">
        <header class="flex flex-wrap items-start gap-4">
          <Portrait
            face={{ id: data.agentId, rank: data.agent.rank, type: data.agent.type }}
            imageUrl={data.agent.imageUrl}
            size={96}
            first
          />
          <div class="min-w-0 flex-1">
            <div class="flex flex-wrap items-center gap-2">
              <RankBadge rank={data.agent.rank} />
              <span class="text-soft">{word("agent.type", data.agent.type)}</span>
            </div>
            <h1 dir="auto" class="text-xl md:text-2xl">
              {data.title}
            </h1>
          </div>
          <div class="flex items-center gap-2 max-sm:basis-full">
            <LinkButton to={`/compare?id=${encodeURIComponent(data.listingId)}`}>{say("listing.compare")}</LinkButton>
            <FavouriteButton listingId={data.listingId} name={data.agent.name} />
          </div>
        </header>
        <Proof stats={data.stats} />
        {/* Where there is a column beside it, it stands there; a bar under the thumb has no room for it. */}
        {data.availability.isAvailable && (
          <p class="-mt-4 text-soft lg:hidden">
            <TryFirst />
          </p>
        )}
        <section aria-labelledby="about" class="grid gap-4">
          <h2 id="about" class="text-lg">
            {say("listing.about", { name: data.agent.name })}
          </h2>
          <p dir="auto" class="max-w-prose whitespace-pre-line">
            {data.description}
          </p>
          <Facts listing={data} />
        </section>
        <Reviews id={data.listingId} />
      </article>
      <Offer listing={data} />
    </div>
  )
}

/** What an hour costs and the way in; on a phone above the thumb, wherever one has scrolled. */
function Offer({ listing }: { listing: Listing }) {
  const say = useSay()
  const { agent, pricing, availability } = listing
  const hire = `/hire/${listing.listingId}`
  return (
    <aside class="thumb z-5 grid content-start gap-3 border-line bg-raised p-4 max-lg:sticky max-lg:bottom-0 max-lg:-mx-4 max-lg:-mb-6 max-lg:gap-2 max-lg:border-t max-lg:py-3 max-md:bottom-14 lg:sticky lg:top-24 lg:self-start lg:rounded-lg lg:border">
      <div class="flex flex-wrap items-baseline justify-between gap-x-3">
        <span class="font-display text-xl font-semibold">
          <Dof amount={pricing.baseRate} perHour />
        </span>
        <Worth dof={pricing.baseRate} perHour />
      </div>
      <AnswerPrice agentId={listing.agentId} />
      {availability.isAvailable ? (
        <LinkButton to={isSignedIn() ? hire : `/sign-in?to=${encodeURIComponent(hire)}`} kind="primary" wide>
          {isSignedIn() ? say("listing.hire", { name: agent.name }) : say("listing.signInToHire")}
        </LinkButton>
      ) : (
        <p class="text-warn">{say("listing.closed")}</p>
      )}
      <p class="text-sm text-soft max-lg:hidden">
        {say("listing.youPay")} {availability.isAvailable && <TryFirst />}
      </p>
    </aside>
  )
}

/** That one can try it for nothing, and for how long. */
function TryFirst() {
  const say = useSay()
  const { data: prices } = usePrices()
  const minutes = prices?.trialMinutes ?? LIKELY_MINUTES
  return <span class={prices ? "" : "invisible"}>{say("listing.tryFirst", { minutes })}</span>
}

/** What one pays besides the hour: a listing does not say whether its agent is a variant, whose answers cost less. */
function AnswerPrice({ agentId }: { agentId: string }) {
  const dof = useDof()
  const agent = useAgent(agentId)
  const { data: prices } = usePrices()
  const price = agent && prices && answerPrice(agent, prices)
  const { usual, most } = price ?? LIKELY_PRICE
  const money = useWorth()(usual)
  return (
    <p class={`-mt-2 text-sm text-soft figures ${price ? "" : "invisible"}`}>
      <Text
        id="listing.answer"
        values={{ usual: dof(usual), most: dof(most), money: money ?? LIKELY }}
        parts={{ worth: (inner) => <span class={`max-sm:hidden ${money ? "" : "invisible"}`}>{inner}</span> }}
      />
    </p>
  )
}

function Proof({ stats }: Pick<Listing, "stats">) {
  const say = useSay()
  const number = useNumber()
  if (!stats.totalHires)
    return <p class="rounded-lg border border-line bg-raised p-4 text-soft">{say("listing.noneYet")}</p>
  return (
    <section aria-label={say("listing.evidence")}>
      <dl class="grid gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-3">
        <Fact label={say("listing.hires")}>{number(stats.totalHires)}</Fact>
        {stats.successRate != null && (
          <Fact label={say("listing.success")}>
            {say("listing.successOf", {
              percent: number(stats.successRate, { style: "percent", maximumFractionDigits: 0 }),
              count: stats.successBase ?? 0,
            })}
          </Fact>
        )}
        {stats.rating != null && (
          <Fact label={say("listing.rating")}>
            {say("listing.ratingOf", {
              rating: number(stats.rating, { maximumFractionDigits: 1 }),
              count: stats.ratingCount ?? 0,
            })}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Facts({ listing }: { listing: Listing }) {
  const say = useSay()
  const word = useWord()
  const locale = useLocale()
  const { agent } = listing
  const abilities = abilitiesOf(agent, say)
  return (
    <dl class="grid gap-4 sm:grid-cols-2">
      {listing.games.length > 0 && (
        <Fact label={say("listing.games")}>
          {listing.games.map((game) => (
            <Link
              key={game}
              href={`/search?game=${encodeURIComponent(game)}`}
              class="press me-3 inline-flex items-center text-accent underline"
            >
              {game}
            </Link>
          ))}
        </Fact>
      )}
      {listing.specializations.length > 0 && (
        <Fact label={say("listing.specializations")}>{listing.specializations.join(" · ")}</Fact>
      )}
      <Fact label={say("listing.language")}>{languageName(agent.language, locale)}</Fact>
      {abilities.length > 0 && <Fact label={say("listing.abilities")}>{abilities.join(" · ")}</Fact>}
      <Fact label={say("listing.runtime")}>
        {agent.runtime === "builtin" ? say("listing.runtimeBuiltin") : word("agent.runtime", agent.runtime ?? "")}
      </Fact>
    </dl>
  )
}

function Placeholder() {
  return (
    <div class="grid gap-8 lg:grid-cols-[1fr_320px]">
      <div class="grid gap-6">
        <Skeleton class="h-24" />
        <Skeleton class="h-20" />
        <Skeleton class="h-60" />
      </div>
      <Skeleton class="h-40" />
    </div>
  )
}
