import type { Review } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { store } from "../app/session"
import { useSay } from "../app/text"
import { Button } from "../ui/Button"
import { Problem } from "./Problem"
import { ReviewText } from "./ReviewText"

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
            <ReviewText review={review} author={review.author?.displayName} />
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
