import type { Review } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Icon } from "../../ui/Icon"

interface ReviewPage {
  items: Review[]
  nextCursor?: string | null
}

const PAGE = 10

/** What players wrote who paid for a session. */
export function Reviews({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["reviews", id],
    queryFn: ({ pageParam, signal }) =>
      store().request<ReviewPage>(
        {
          method: "GET",
          path: `/marketplace/${encodeURIComponent(id)}/reviews`,
          query: { limit: PAGE, cursor: pageParam },
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
        {say("listing.reviews")}
      </h2>
      {error && <Problem error={error} again={refetch} />}
      {reviews?.length === 0 && <p class="text-soft">{say("listing.noReviews")}</p>}
      <ul class="grid gap-4">
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

function One({ review }: { review: Review }) {
  const say = useSay()
  const locale = useLocale()
  return (
    <article class="grid gap-1">
      <header class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="inline-flex text-gold" role="img" aria-label={say("listing.reviewOf", { rating: review.rating })}>
          {Array.from({ length: review.rating }, (_, index) => (
            <Icon key={index} name="star" solid />
          ))}
        </span>
        <strong dir="auto">{review.title}</strong>
        <span class="ms-auto text-sm text-soft">
          {new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(review.createdAt))}
        </span>
      </header>
      <p dir="auto" class="whitespace-pre-line">
        {review.comment}
      </p>
    </article>
  )
}
