import type { Found, Search } from "@jiga/store"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useSearchParams } from "wouter-preact"
import { PLANTED, queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { ListingCard } from "../../parts/ListingCard"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { Select } from "../../ui/Field"
import { Icon } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"
import { Chips } from "./Chips"
import { cleared, criteria, filters, SORTS } from "./criteria"
import { Facets } from "./Facets"

const PAGE = 24

/** What the store wrote into the page: fewer than a page of them, so that it is asked for all the same. */
function planted(search: Search) {
  const first = queries.getQueryData<Found>(PLANTED.found(search))
  return first && { pages: [first], pageParams: [undefined] }
}

/** Searches as one types. All that is chosen stands in the address. */
export function Page() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const [asking, setAsking] = useState(false)
  const search = criteria(params)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: ["search", search],
    queryFn: ({ pageParam, signal }) =>
      store().request<Found>(
        { method: "GET", path: "/marketplace/search", query: { ...search, limit: PAGE, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    initialData: () => planted(search),
    // As old as can be: asked for at once, for whoever is signed in.
    initialDataUpdatedAt: 1,
  })
  const first = data?.pages[0]
  const title = search.q ? say("find.titleFor", { q: search.q }) : say("find.title")
  useTitle(title)

  if (error && !first) return <Problem page error={error} again={refetch} />
  // A store whose search engine is away does not count.
  const total = first?.total ?? undefined
  const listings = data?.pages.flatMap((page) => page.items) ?? []
  const sorts = search.q ? SORTS : SORTS.filter((sort) => sort !== "relevance")
  return (
    <div class="grid gap-6 lg:grid-cols-[260px_1fr]">
      <aside aria-label={say("find.filters")} class="max-lg:hidden">
        {first && <Facets found={first} params={params} setParams={setParams} />}
      </aside>
      <section class="grid min-w-0 content-start gap-4">
        <header class="flex flex-wrap items-end justify-between gap-4">
          <div class="min-w-0">
            <h1 class="text-xl">{title}</h1>
            <p aria-live="polite" class="text-soft">
              {total === undefined ? "\u00a0" : say("find.count", { count: total })}
            </p>
          </div>
          <div class="flex items-end gap-2">
            <span class="shrink-0 lg:hidden">
              <Button onClick={() => setAsking(true)}>
                <Icon name="filter" />
                {say("find.filters")}
              </Button>
            </span>
            <div>
              <label for="sort" class="text-sm text-soft">
                {say("find.sort")}
              </label>
              <Select
                id="sort"
                value={search.sortBy ?? sorts[0]}
                onChange={({ currentTarget: { value } }) =>
                  setParams((before) => {
                    const after = new URLSearchParams(before)
                    after.set("sort", value)
                    return after
                  })
                }
              >
                {sorts.map((sort) => (
                  <option key={sort} value={sort}>
                    {say(`find.sort.${sort}`)}
                  </option>
                ))}
              </Select>
            </div>
          </div>
        </header>
        <Chips params={params} setParams={setParams} />
        {first?.relaxed && <p class="rounded-md border border-line bg-raised p-3">{say("find.relaxed")}</p>}
        <h2 class="sr-only">{say("find.results")}</h2>
        {first && listings.length === 0 ? (
          <div class="grid min-h-60 place-content-center gap-3 text-center">
            <p class="text-lg">{say("find.none")}</p>
            <p class="text-soft">{say("find.noneHint")}</p>
            {filters(params).length > 0 && (
              <div>
                <Button onClick={() => setParams(cleared)}>{say("find.clear")}</Button>
              </div>
            )}
          </div>
        ) : (
          <ul
            aria-busy={isPlaceholderData}
            class={`grid gap-4 sm:grid-cols-2 xl:grid-cols-3 ${isPlaceholderData ? "opacity-80" : ""}`}
          >
            {first
              ? listings.map((listing) => (
                  <li key={listing.listingId} class="[content-visibility:auto] [contain-intrinsic-size:auto_280px]">
                    <ListingCard listing={listing} />
                  </li>
                ))
              : Array.from({ length: 9 }, (_, index) => (
                  <li key={index}>
                    <Skeleton class="h-70" />
                  </li>
                ))}
          </ul>
        )}
        {hasNextPage && (
          <div class="text-center">
            <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
              {say("state.more")}
            </Button>
          </div>
        )}
      </section>
      {asking && first && (
        <Dialog title={say("find.filters")} close={() => setAsking(false)}>
          <Facets found={first} params={params} setParams={setParams} />
          <div class="sticky bottom-0 mt-4 bg-raised pt-2">
            <Button kind="primary" wide onClick={() => setAsking(false)}>
              {say("find.showResults", { count: total ?? listings.length })}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
