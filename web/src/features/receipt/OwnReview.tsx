import type { Session, WrittenReview } from "@jiga/store"
import { useIsFetching, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "preact/hooks"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { isCoded } from "../../parts/fields"
import { Problem } from "../../parts/Problem"
import { ReviewText } from "../../parts/ReviewText"
import { LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { ReviewForm } from "./ReviewForm"

/** In milliseconds: what is asked for is asked for by then. */
const STANDS_AFTER = 100

/** How it was, from who paid for it: what they said, or where to say it. Not there where the store would not take it. */
export function OwnReview({ session, name }: { session: Session; name: string }) {
  const mayReview =
    session.type === "hired" &&
    session.listingId != null &&
    session.dof.consumed > 0 &&
    session.ownerId !== session.userId
  return mayReview ? <Said session={session} name={name} /> : null
}

function Said({ session, name }: { session: Session; name: string }) {
  const say = useSay()
  const queries = useQueryClient()
  const [isNew, setNew] = useState(false)
  const section = useSought(session.id)
  const queryKey = ["session", session.id, "review"]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => find(session.id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isKnown = data !== undefined || error !== null
  const written = (review: WrittenReview) => {
    setNew(true)
    queries.setQueryData(queryKey, review)
    void queries.invalidateQueries({ queryKey: ["reviews", session.listingId] })
  }
  return (
    <section
      ref={section}
      id="review"
      aria-labelledby={isKnown ? "review-title" : undefined}
      class="grid scroll-mt-24 gap-4 print:hidden"
    >
      {!isKnown && <Skeleton class="h-120 sm:h-108" />}
      {isKnown && (
        <h2 id="review-title" class="text-lg">
          {say(data ? "receipt.reviewed" : "receipt.review", { name })}
        </h2>
      )}
      {error && data === undefined && <Problem error={error} again={refetch} />}
      {data === null && <ReviewForm sessionId={session.id} written={written} reviewed={() => void refetch()} />}
      {data && (
        <div class="grid justify-items-start gap-4">
          {isNew && <p role="status">{say("receipt.thanks")}</p>}
          <div class="w-full rounded-lg border border-line bg-raised p-4">
            <ReviewText review={data} />
          </div>
          <LinkButton to={`/agents/${session.listingId}`}>{say("receipt.toListing", { name })}</LinkButton>
        </div>
      )}
    </section>
  )
}

/** Null as long as one has said nothing. */
async function find(sessionId: string, signal: AbortSignal): Promise<WrittenReview | null> {
  try {
    return await store().request<WrittenReview>(
      { method: "GET", path: `/sessions/${encodeURIComponent(sessionId)}/review` },
      { signal },
    )
  } catch (error) {
    if (isCoded(error, "REVIEW_NOT_FOUND")) return null
    throw error
  }
}

/** A link to here was followed before all that stands above was there. */
function useSought(sessionId: string) {
  const section = useRef<HTMLElement>(null)
  const sought = useRef(location.hash === "#review")
  const isLoading = useIsFetching({ queryKey: ["session", sessionId] }) > 0
  useEffect(() => {
    if (isLoading || !sought.current) return
    const timer = setTimeout(() => {
      sought.current = false
      section.current?.scrollIntoView()
    }, STANDS_AFTER)
    return () => clearTimeout(timer)
  }, [isLoading])
  return section
}
