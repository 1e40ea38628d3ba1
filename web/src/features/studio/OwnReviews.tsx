import type { ListingPage, Review } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Icon } from "../../ui/Icon"

interface ReviewPage {
  items: Review[]
  nextCursor?: string | null
}

/** What players who paid say of one's agent: how many gave which rating, then their words. */
export function OwnReviews({ listing }: { listing: ListingPage }) {
  const say = useSay()
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["studio", "reviews", listing.listingId],
    queryFn: ({ pageParam, signal }) =>
      store().request<ReviewPage>(
        {
          method: "GET",
          path: `/marketplace/${encodeURIComponent(listing.listingId)}/reviews`,
          query: { limit: 10, cursor: pageParam },
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const reviews = data?.pages.flatMap(({ items }) => items)
  return (
    <section aria-labelledby="reviews" class="grid gap-4">
      <h2 id="reviews" class="text-lg">
        {say("studio.reviews")}
      </h2>
      {error && <Problem error={error} again={refetch} />}
      {reviews?.length === 0 && <p class="text-soft">{say("studio.noReviews")}</p>}
      {(listing.stats.ratingCount ?? 0) > 0 && <Distribution listing={listing} />}
      <ul class="grid gap-3">
        {reviews?.map((review, index) => (
          <li key={index} class="rounded-lg border border-line bg-raised p-4">
            <One review={review} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <Button onClick={() => fetchNextPage()}>{say("state.more")}</Button>
        </div>
      )}
    </section>
  )
}

function Distribution({ listing }: { listing: ListingPage }) {
  const say = useSay()
  const number = useNumber()
  const { rating, ratingCount = 0 } = listing.stats
  const ratings = [...(listing.ratings ?? [])].sort((a, b) => b.rating - a.rating)
  return (
    <div class="grid max-w-md gap-2">
      <p>{say("agent.ratings", { rating: number(rating ?? 0, { maximumFractionDigits: 1 }), count: ratingCount })}</p>
      <ul class="grid gap-1 text-sm figures">
        {ratings.map(({ rating: stars, people }) => (
          <li key={stars} class="grid grid-cols-[1rem_1fr_2rem] items-center gap-2">
            <span class="sr-only">{say("studio.gave", { rating: stars, count: people })}</span>
            <span aria-hidden="true">{stars}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="8" aria-hidden="true">
              <rect width="100" height="8" fill="var(--line)" />
              <rect width={(people / ratingCount) * 100} height="8" fill="var(--gold)" />
            </svg>
            <span aria-hidden="true" class="text-end">
              {number(people)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function One({ review }: { review: Review }) {
  const say = useSay()
  const locale = useLocale()
  return (
    <article class="grid gap-1">
      <header class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="inline-flex text-gold" role="img" aria-label={say("studio.stars", { rating: review.rating })}>
          {Array.from({ length: review.rating }, (_, index) => (
            <Icon key={index} name="star" solid />
          ))}
        </span>
        <strong class="wrap-anywhere">{review.title}</strong>
        <span class="ms-auto text-sm text-soft">
          {review.author?.displayName}{" "}
          {new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(review.createdAt))}
        </span>
      </header>
      <p class="whitespace-pre-line wrap-anywhere">{review.comment}</p>
    </article>
  )
}
