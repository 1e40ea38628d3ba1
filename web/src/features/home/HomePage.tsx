import { useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { PLANTED } from "../../app/queries"
import { store } from "../../app/session"
import { Text, useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { ListingCard } from "../../parts/ListingCard"
import { Problem } from "../../parts/Problem"
import { useFees } from "../../parts/rules"
import { LIKELY, useWorth } from "../../parts/Worth"
import { useDof, useNumber } from "../../ui/Amount"
import { LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"

const SHOWN = 6
/** An amount as a player meets it. */
const EXAMPLE = 10_000
/** Hold the place of what the store takes until that is known. */
const LIKELY_FEES = { platformPercent: 25, creatorPercent: 5 }

/** What this is, whether it is for one's game, and what it costs. */
export function Page() {
  const say = useSay()
  useTitle(say("app.name"))
  return (
    <div class="grid grid-cols-1 gap-10">
      <section class="grid gap-4 py-4 md:py-10">
        <h1 class="max-w-3xl text-xl md:text-2xl">{say("home.title")}</h1>
        <p class="max-w-2xl text-lg text-soft">{say("home.lead")}</p>
        <div class="flex flex-wrap items-center gap-x-6 gap-y-4">
          <LinkButton to="/search" kind="primary">
            {say("home.all")}
          </LinkButton>
          <Credit />
        </div>
      </section>
      <Popular />
      <section aria-labelledby="how" class="grid gap-4">
        <h2 id="how" class="text-lg">
          {say("home.how")}
        </h2>
        <ol class="grid gap-4 md:grid-cols-3">
          {(["home.how1", "home.how2", "home.how3"] as const).map((step, index) => (
            <li key={step} class="rounded-lg border border-line bg-raised p-4">
              <span aria-hidden="true" class="font-display text-xl font-semibold text-accent">
                {index + 1}
              </span>
              <p>{say(step)}</p>
            </li>
          ))}
        </ol>
      </section>
      <Makers />
    </div>
  )
}

/** What a DOF is, for whoever reads the word for the first time. */
function Credit() {
  const dof = useDof()
  const money = useWorth()(EXAMPLE)
  return (
    <p class="max-w-xl grow basis-72 text-sm text-soft figures">
      <Text
        id="home.dof"
        values={{ amount: dof(EXAMPLE), money: money ?? LIKELY }}
        parts={{
          b: (inner) => <strong class="font-medium text-ink">{inner}</strong>,
          worth: (inner) => <span class={money ? "" : "invisible"}>{inner}</span>,
        }}
      />
    </p>
  )
}

/** What there is for those who would rather make than hire. */
function Makers() {
  const say = useSay()
  const number = useNumber()
  const fees = useFees().data
  const { platformPercent, creatorPercent } = fees ?? LIKELY_FEES
  const percent = number((100 - platformPercent - creatorPercent) / 100, { style: "percent" })
  return (
    <ul class="grid gap-4 md:grid-cols-2">
      {(
        [
          ["/studio", "home.make", "home.makeHint"],
          ["/developers", "home.build", "home.buildHint"],
        ] as const
      ).map(([to, title, hint]) => (
        <li key={to} class="relative rounded-lg border border-line p-4 transition hover:border-accent">
          <h2 class="text-lg">
            <Link href={to} class="after:absolute after:inset-0 after:rounded-lg">
              {say(title)}
            </Link>
          </h2>
          <p class={`mt-1 max-w-prose text-sm text-soft ${fees || to !== "/studio" ? "" : "invisible"}`}>
            {say(hint, { percent })}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Popular() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: PLANTED.home(),
    queryFn: ({ signal }) => store().marketplace.search({ sortBy: "popular", limit: SHOWN }, { signal }).page(),
  })
  if (error) return <Problem error={error} again={refetch} />
  const games = Object.entries((data?.facets.games ?? {}) as Record<string, number>)
  return (
    <>
      <section aria-labelledby="popular" class="grid gap-4">
        <h2 id="popular" class="text-lg">
          {say("home.popular")}
        </h2>
        <ul class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {data
            ? data.items.map((listing) => (
                <li key={listing.listingId}>
                  <ListingCard listing={listing} />
                </li>
              ))
            : Array.from({ length: SHOWN }, (_, index) => (
                <li key={index}>
                  <Skeleton class="h-60" />
                </li>
              ))}
        </ul>
      </section>
      {data && <Featured besides={data.items.map(({ listingId }) => listingId)} />}
      {games.length > 0 && (
        <section aria-labelledby="games" class="grid gap-4">
          <h2 id="games" class="text-lg">
            {say("home.games")}
          </h2>
          <ul class="flex flex-wrap gap-2">
            {games.map(([game, count]) => (
              <li key={game}>
                <Link
                  href={`/search?game=${encodeURIComponent(game)}`}
                  class="press inline-flex items-center gap-2 rounded-md border border-line bg-raised px-4 wrap-anywhere hover:border-accent"
                >
                  {game}
                  <span class="text-sm text-soft">{say("home.gameCount", { count })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What the operators show first, as long as they do, besides what stands here already. */
function Featured({ besides }: { besides: string[] }) {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ["featured"],
    queryFn: ({ signal }) => store().marketplace.featured({ signal }),
  })
  const more = data?.filter(({ listingId }) => !besides.includes(listingId)) ?? []
  if (more.length === 0) return null
  return (
    <section aria-labelledby="featured" class="grid gap-4">
      <h2 id="featured" class="text-lg">
        {say("home.featured")}
      </h2>
      <ul class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {more.map((listing) => (
          <li key={listing.listingId}>
            <ListingCard listing={listing} />
          </li>
        ))}
      </ul>
    </section>
  )
}
