import { useQuery } from "@tanstack/react-query"
import { useEffect } from "preact/hooks"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { ListingCard } from "../../parts/ListingCard"
import { Problem } from "../../parts/Problem"
import { LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"

const SHOWN = 6

/** What this is, whether it is for one's game, and what it costs. */
export function Page() {
  const say = useSay()
  useEffect(() => {
    document.title = say("app.name")
  }, [say])
  return (
    <div class="grid grid-cols-1 gap-10">
      <section class="grid gap-4 py-4 md:py-10">
        <h1 class="max-w-3xl text-xl md:text-2xl">{say("home.title")}</h1>
        <p class="max-w-2xl text-lg text-soft">{say("home.lead")}</p>
        <div>
          <LinkButton to="/search" kind="primary">
            {say("home.all")}
          </LinkButton>
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
    </div>
  )
}

function Popular() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["home"],
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
