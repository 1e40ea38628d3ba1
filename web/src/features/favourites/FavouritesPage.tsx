import type { Listing } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { ListingCard } from "../../parts/ListingCard"
import { Problem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"

const PAGE = 24
const COMPARED = 3

/** The agents one marked, the latest first. */
export function Page() {
  const say = useSay()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["favourites", "list"],
    queryFn: ({ pageParam, signal }) => store().favourites.list({ limit: PAGE }, { signal }).page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // What one unmarks keeps its place as long as one is here, so that it can be marked again.
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  useTitle(say("nav.favourites"))

  const listings: Listing[] | undefined = data?.pages.flatMap(({ items }) => items)
  return (
    <div class="grid gap-6">
      <header class="flex flex-wrap items-center justify-between gap-4">
        <h1 class="text-xl">{say("nav.favourites")}</h1>
        {listings && listings.length > 1 && <Compare listings={listings.slice(0, COMPARED)} />}
      </header>
      {error && !data ? (
        <Problem error={error} again={refetch} />
      ) : listings?.length === 0 ? (
        <Empty />
      ) : (
        <ul class="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {listings
            ? listings.map((listing) => (
                <li key={listing.listingId}>
                  <ListingCard listing={listing} heading="h2" />
                </li>
              ))
            : Array.from({ length: 6 }, (_, index) => (
                <li key={index}>
                  <Skeleton class="h-60" />
                </li>
              ))}
        </ul>
      )}
      {hasNextPage && (
        <div class="text-center">
          <Button onClick={() => fetchNextPage()} disabled={isFetchingNextPage}>
            {say("state.more")}
          </Button>
        </div>
      )}
    </div>
  )
}

function Compare({ listings }: { listings: Listing[] }) {
  const say = useSay()
  const query = new URLSearchParams(listings.map(({ listingId }) => ["id", listingId]))
  return <LinkButton to={`/compare?${query}`}>{say("kept.compare", { count: listings.length })}</LinkButton>
}

function Empty() {
  const say = useSay()
  return (
    <div class="grid min-h-60 place-content-center gap-3 text-center">
      <p class="text-lg">{say("kept.none")}</p>
      <p class="text-soft">{say("kept.noneHint")}</p>
      <div>
        <LinkButton to="/search" kind="primary">
          {say("kept.find")}
        </LinkButton>
      </div>
    </div>
  )
}
