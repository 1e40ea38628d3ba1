import type { Review } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { store } from "../app/session"
import { useLocale, useSay } from "../app/text"
import { Button } from "../ui/Button"
import { Icon } from "../ui/Icon"
import { Problem } from "./Problem"

interface ReviewPage {
  items: Review[]
  nextCursor?: string | null
}

const PAGE = 10

interface ReviewsProps {
  /** Of which listing. */
  id: string
  /** What stands above them. */
  children?: ComponentChildren
}

/** What players wrote who paid for a session. */
export function Reviews({ id, children }: ReviewsProps) {
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
        {say("review.title")}
      </h2>
      {error && <Problem error={error} again={refetch} />}
      {reviews?.length === 0 && <p class="text-soft">{say("review.none")}</p>}
      {children}
      <ul class="grid grid-cols-1 gap-4">
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
        <span class="inline-flex text-gold" role="img" aria-label={say("review.of", { rating: review.rating })}>
          {Array.from({ length: review.rating }, (_, index) => (
            <Icon key={index} name="star" solid />
          ))}
        </span>
        <strong dir="auto" class="min-w-0">
          {review.title}
        </strong>
        <span class="ms-auto text-sm text-soft">
          {[
            review.author?.displayName,
            new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(review.createdAt)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </header>
      <p dir="auto" class="whitespace-pre-line">
        {review.comment}
      </p>
    </article>
  )
}
