import type { WrittenReview } from "@jiga/store"
import { useLocale, useSay } from "../app/text"
import { Icon } from "../ui/Icon"

interface ReviewTextProps {
  review: Pick<WrittenReview, "rating" | "title" | "comment" | "createdAt">
  /** Whose it is, where that is not the reader's own. */
  author?: string | undefined
}

/** What was said of a session: the stars, the words, and when. */
export function ReviewText({ review, author }: ReviewTextProps) {
  const say = useSay()
  const locale = useLocale()
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(review.createdAt))
  return (
    <article class="grid gap-1 wrap-anywhere">
      <header class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="inline-flex text-gold" role="img" aria-label={say("review.of", { rating: review.rating })}>
          {Array.from({ length: review.rating }, (_, index) => (
            <Icon key={index} name="star" solid />
          ))}
        </span>
        <strong dir="auto" class="min-w-0">
          {review.title}
        </strong>
        <span class="ms-auto text-sm text-soft">{[author, date].filter(Boolean).join(" · ")}</span>
      </header>
      <p dir="auto" class="whitespace-pre-line">
        {review.comment}
      </p>
    </article>
  )
}
