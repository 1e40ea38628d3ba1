import type { Notification } from "@jiga/store"
import { Link } from "wouter-preact"
import type { MessageId } from "../../app/messages"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useTold } from "../../parts/useTold"
import { Icon } from "../../ui/Icon"
import { useMoment } from "../../ui/moment"
import { markedRead } from "./read"

/** One thing that happened, and the way to what it is about. */
export function Entry({ notification }: { notification: Notification }) {
  const say = useSay()
  const said = useProblem()
  const { id, read, createdAt } = notification
  const { title, text } = useTold()(notification)
  const reading = useMutation({ mutationFn: () => store().notifications.read(id), onSuccess: markedRead })
  const about = aboutOf(notification)
  const moment = useMoment()
  return (
    <article class="flex gap-3 p-4" aria-labelledby={`news-${id}`}>
      <span class={`mt-2 size-2 shrink-0 rounded-full ${read ? "" : "bg-accent"}`} aria-hidden="true" />
      <div class="grid min-w-0 flex-1 gap-1 wrap-anywhere">
        <h2 id={`news-${id}`} class={`font-sans text-base text-wrap ${read ? "font-normal" : "font-semibold"}`}>
          {!read && <span class="sr-only">{say("news.new")}: </span>}
          {title}
        </h2>
        <p class="text-sm text-soft">{text}</p>
        <div class="flex flex-wrap items-center gap-x-4">
          <time dateTime={createdAt} class="text-sm text-soft">
            {moment(createdAt)}
          </time>
          {about && (
            <Link
              href={about.to}
              onClick={() => !read && reading.mutate()}
              class="press inline-flex items-center text-sm text-accent"
            >
              {say(about.label)}
            </Link>
          )}
        </div>
        {reading.error && (
          <p role="alert" class="text-sm text-loss">
            {said(reading.error)}
          </p>
        )}
      </div>
      {!read && (
        <button
          type="button"
          onClick={() => reading.mutate()}
          disabled={reading.isPending}
          aria-describedby={`news-${id}`}
          title={say("news.read")}
          aria-label={say("news.read")}
          class="press -my-2 -me-2 grid shrink-0 place-items-center self-start rounded-md text-soft hover:bg-higher hover:text-ink"
        >
          <Icon name="check" />
        </button>
      )}
    </article>
  )
}

function aboutOf({ sessionId, transactionId, listingId }: Notification): { to: string; label: MessageId } | undefined {
  if (transactionId)
    return { to: `/wallet/transactions/${encodeURIComponent(transactionId)}`, label: "news.transaction" }
  if (sessionId) return { to: `/sessions/${encodeURIComponent(sessionId)}`, label: "news.session" }
  if (listingId) return { to: `/agents/${encodeURIComponent(listingId)}`, label: "news.agent" }
  return undefined
}
