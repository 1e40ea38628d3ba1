import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { Entry } from "./Entry"
import { ReadAll } from "./ReadAll"

const PAGE = 20

/** What happened, the newest first; what is new comes by itself. */
export function Page() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const unread = params.get("unread") === "true"
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: ["notifications", "list", unread],
    queryFn: ({ pageParam, signal }) =>
      store()
        .notifications.list({ limit: PAGE, ...(unread && { unread }) }, { signal })
        .page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  useTitle(say("nav.notifications"))

  const entries = data?.pages.flatMap(({ items }) => items)
  const show = (only: boolean) => setParams(only ? new URLSearchParams({ unread: "true" }) : new URLSearchParams())
  return (
    <div class="mx-auto grid w-full max-w-2xl gap-4">
      <h1 class="text-xl">{say("nav.notifications")}</h1>
      <div class="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <label class="press flex cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            checked={unread}
            onChange={({ currentTarget }) => show(currentTarget.checked)}
            class="size-5 accent-accent"
          />
          {say("news.unread")}
        </label>
        <ReadAll />
      </div>
      {error && !data && <Problem error={error} again={refetch} />}
      {entries?.length === 0 && (
        <div class="grid min-h-60 place-content-center gap-3 text-center">
          <p class="text-lg">{say(unread ? "news.noneUnread" : "news.none")}</p>
          {unread ? (
            <div>
              <Button onClick={() => show(false)}>{say("news.showAll")}</Button>
            </div>
          ) : (
            <p class="text-soft">{say("news.noneHint")}</p>
          )}
        </div>
      )}
      <ul
        aria-busy={isPlaceholderData}
        class={`divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised empty:hidden ${isPlaceholderData ? "opacity-70" : ""}`}
      >
        {entries?.map((notification) => (
          <li key={notification.id}>
            <Entry notification={notification} />
          </li>
        ))}
        {!data &&
          !error &&
          Array.from({ length: 6 }, (_, index) => (
            <li key={index} class="p-4">
              <Skeleton class="h-16" />
            </li>
          ))}
      </ul>
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
