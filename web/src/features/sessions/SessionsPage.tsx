import type { Session } from "@jiga/store"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useLocale, useSay, useWord } from "../../app/text"
import { useTitle } from "../../app/title"
import { usePartner } from "../../parts/agents"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { isOpen, typeOf } from "../../parts/sessions"
import { Worth } from "../../parts/Worth"
import { useDof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { LongList } from "../../ui/LongList"
import { Meter } from "../../ui/Meter"

const OPEN = ["active", "paused", "pending", "scheduled"] as const
const PAGE = 20
/** Another device may be playing. */
const LOOK_EVERY = 10_000

interface SessionPage {
  items: Session[]
  nextCursor?: string | null
}

/** What one plays, and what one has played. */
export function Page() {
  const say = useSay()
  const open = useQuery({
    queryKey: ["sessions", "open"],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        OPEN.map((status) => store().sessions.list({ status, limit: 100 }, { signal }).page()),
      )
      return pages.flatMap(({ items }) => items)
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.length ? LOOK_EVERY : false),
  })
  const all = useInfiniteQuery({
    queryKey: ["sessions", "all"],
    queryFn: ({ pageParam, signal }) =>
      store().request<SessionPage>(
        { method: "GET", path: "/sessions", query: { limit: PAGE, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  })
  useTitle(say("sessions.title"))

  const error = open.error ?? all.error
  if (error) {
    return (
      <Problem
        page
        error={error}
        again={() => {
          void open.refetch()
          void all.refetch()
        }}
      />
    )
  }
  const past = all.data?.pages.flatMap(({ items }) => items).filter((session) => !isOpen(session))
  const isLoaded = open.data !== undefined && past !== undefined
  return (
    <div class="mx-auto grid max-w-3xl grid-cols-1 gap-8">
      <h1 class="text-xl">{say("sessions.title")}</h1>
      {!isLoaded && <Placeholder />}
      {isLoaded && open.data.length === 0 && past.length === 0 && !all.hasNextPage && <None />}
      {isLoaded && open.data.length > 0 && (
        <section aria-labelledby="open" class="grid grid-cols-1 gap-3">
          <h2 id="open" class="text-lg">
            {say("sessions.open")}
          </h2>
          <List sessions={open.data} />
        </section>
      )}
      {isLoaded && (past.length > 0 || all.hasNextPage) && (
        <section aria-labelledby="past" class="grid grid-cols-1 gap-3">
          <h2 id="past" class="text-lg">
            {say("sessions.past")}
          </h2>
          <List sessions={past} />
          {all.hasNextPage && (
            <div class="text-center">
              <Button onClick={() => all.fetchNextPage()} disabled={all.isFetchingNextPage}>
                {say("state.more")}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  )
}

function None() {
  const say = useSay()
  return (
    <div class="grid min-h-60 place-content-center gap-4 text-center">
      <p class="text-lg">{say("sessions.none")}</p>
      <p class="text-soft">{say("sessions.noneHint")}</p>
      <div>
        <LinkButton to="/search" kind="primary">
          {say("sessions.find")}
        </LinkButton>
      </div>
    </div>
  )
}

function List({ sessions }: { sessions: readonly Session[] }) {
  return (
    <LongList
      items={sessions}
      keyOf={({ id }) => id}
      row={(session) => <Row session={session} />}
      gap="gap-3"
      height="low"
    />
  )
}

/** One session: whom with, how it stands, what it cost, and the way to it. */
function Row({ session }: { session: Session }) {
  const say = useSay()
  const word = useWord()
  const dof = useDof()
  const locale = useLocale()
  const { name = session.agentId, face, imageUrl } = usePartner(session)
  const { id, status, dof: amounts, createdAt } = session
  const runs = status === "active" || status === "paused"
  const { consumed, allocated, remaining } = amounts
  return (
    <article
      class={`relative flex items-center gap-3 rounded-lg border bg-raised p-3 transition hover:border-accent sm:gap-4 sm:p-4 ${runs ? "border-accent" : "border-line"}`}
    >
      <Portrait face={face} imageUrl={imageUrl} size={48} />
      <div class="min-w-0 flex-1">
        <h3 class="text-lg">
          <Link
            href={runs ? `/sessions/${id}/live` : `/sessions/${id}`}
            class="block truncate after:absolute after:inset-0 after:rounded-lg"
          >
            {name}
          </Link>
        </h3>
        <p class="text-sm text-soft">
          {[
            word("session.state", status),
            typeOf(session, say),
            new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(createdAt)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p class="text-sm figures">
          {status === "failed"
            ? say("sessions.nothing")
            : runs
              ? say("sessions.sofar", { consumed: dof(consumed), remaining: dof(remaining) })
              : say("sessions.cost", { consumed: dof(consumed) })}{" "}
          {!runs && consumed > 0 && (
            <span class="whitespace-nowrap">
              <Worth dof={consumed} />
            </span>
          )}
        </p>
        {runs && <span class="text-sm font-medium text-accent">{say("sessions.goOn")}</span>}
      </div>
      {status !== "failed" && allocated > 0 && <Meter consumed={consumed} allocated={allocated} size={48} />}
    </article>
  )
}

function Placeholder() {
  return (
    <div class="grid gap-3">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} class="h-26" />
      ))}
    </div>
  )
}
