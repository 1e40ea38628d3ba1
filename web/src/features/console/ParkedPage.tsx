import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useSearchParams } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem, useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Code } from "../../ui/Code"
import { Dialog } from "../../ui/Dialog"
import { Fact } from "../../ui/Fact"
import { Skeleton } from "../../ui/Loading"
import { LongList } from "../../ui/LongList"
import { When } from "../../ui/When"
import { Operators } from "./Operators"
import type { DeadLetter, PageOf } from "./types"

const KEY = ["console", "parked"]
const PAGE = 50
/** How often what was tried again may come back, while somebody looks. */
const EVERY = 10_000

/** Events that need a decision: to try them again, or to give them up. */
export function Page() {
  return (
    <Operators title="ops.parked">
      <Parked />
    </Operators>
  )
}

function Parked() {
  const say = useSay()
  const [told, setTold] = useState("")
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      store().request<PageOf<DeadLetter>>(
        { method: "GET", path: "/admin/dead-letters", query: { limit: PAGE, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: EVERY,
  })
  const letters = data?.pages.flatMap(({ items }) => items)
  if (error && !letters) return <Problem error={error} again={refetch} />
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.parkedLead")}</p>
      <p role="status" class="text-good empty:hidden">
        {told}
      </p>
      {!letters && <Skeleton class="h-60" />}
      {letters?.length === 0 && (
        <div class="grid min-h-40 place-content-center gap-2 text-center">
          <p class="text-lg">{say("ops.parkedEmpty")}</p>
          <p class="text-soft">{say("ops.parkedEmptyHint")}</p>
        </div>
      )}
      {letters && (
        <LongList
          items={letters}
          keyOf={({ id }) => id}
          row={(letter) => <Letter letter={letter} tell={setTold} />}
          gap="gap-4"
          height="high"
        />
      )}
      {hasNextPage && (
        <div>
          <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
            {say("state.more")}
          </Button>
        </div>
      )}
    </>
  )
}

function Letter({ letter, tell }: { letter: DeadLetter; tell: (what: string) => void }) {
  const say = useSay()
  const said = useProblem()
  const queries = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [asked, setAsked] = useState(false)
  const isOpen = params.get("event") === letter.id
  const path = `/admin/dead-letters/${encodeURIComponent(letter.id)}`
  const look = () => void queries.invalidateQueries({ queryKey: ["console"] })
  const retrying = useMutation({
    mutationFn: () => store().request({ method: "POST", path: `${path}/retry` }),
    onSuccess: () => tell(say("ops.retrying")),
    onSettled: look,
  })
  return (
    <article class="grid min-w-0 gap-4 rounded-lg border border-line bg-raised p-4">
      <header class="grid gap-1">
        <h2 class="text-lg">{letter.eventType}</h2>
        <p class="text-sm text-warn">{say("ops.attempts", { count: letter.attempts })}</p>
      </header>
      <dl class="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Fact label={say("ops.handler")}>
          <span class="break-all">{letter.handler}</span>
        </Fact>
        <Fact label={say("ops.key")}>
          <span class="break-all">{letter.key}</span>
        </Fact>
        <Fact label={say("ops.eventAt")}>
          <When at={letter.eventAt} exact />
        </Fact>
        <Fact label={say("ops.parkedAt")}>
          <When at={letter.parkedAt} exact />
        </Fact>
      </dl>
      {letter.error && !isOpen && <p class="line-clamp-3 text-sm">{letter.error}</p>}
      {isOpen && <Inside letter={letter} />}
      {retrying.error && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(retrying.error)}
        </p>
      )}
      <footer class="flex flex-wrap gap-3">
        <Button kind="primary" onClick={() => retrying.mutate()} busy={retrying.isPending}>
          {say(retrying.isPending ? "ops.working" : "ops.retry")}
          <Which of={letter} />
        </Button>
        <Button aria-expanded={isOpen} onClick={() => setParams(isOpen ? {} : { event: letter.id }, { replace: true })}>
          {say(isOpen ? "ops.hide" : "ops.look")}
          <Which of={letter} />
        </Button>
        <Button kind="danger" onClick={() => setAsked(true)}>
          {say("ops.drop")}
          <Which of={letter} />
        </Button>
      </footer>
      {asked && (
        <DropDialog
          letter={letter}
          close={() => setAsked(false)}
          look={look}
          dropped={() => {
            setAsked(false)
            tell(say("ops.gone"))
          }}
        />
      )}
    </article>
  )
}

/** Which of many the button is of, for whoever hears the page. */
function Which({ of }: { of: DeadLetter }) {
  return (
    <span class="sr-only">
      {": "}
      {of.eventType}, {of.key}
    </span>
  )
}

function Inside({ letter }: { letter: DeadLetter }) {
  const say = useSay()
  return (
    <div class="grid min-w-0 gap-4">
      <dl class="grid gap-4 sm:grid-cols-2">
        <Fact label={say("ops.eventId")}>
          <span class="break-all">{letter.eventId}</span>
        </Fact>
        {letter.requestId && (
          <Fact label={say("ops.request")}>
            <span class="break-all">{letter.requestId}</span>
          </Fact>
        )}
      </dl>
      <h3 class="text-base text-soft">{say("ops.error")}</h3>
      <Code label={say("ops.error")} text={letter.error} wrap />
      <h3 class="text-base text-soft">{say("ops.data")}</h3>
      <Code label={say("ops.data")} text={JSON.stringify(letter.data, null, 2)} />
    </div>
  )
}

interface DropDialogProps {
  letter: DeadLetter
  close: () => void
  dropped: () => void
  /** Whatever came of it, the list may be another. */
  look: () => void
}

function DropDialog({ letter, close, dropped, look }: DropDialogProps) {
  const say = useSay()
  const said = useProblem()
  const { handler, eventType: type, key } = letter
  const dropping = useMutation({
    mutationFn: () =>
      store().request({ method: "DELETE", path: `/admin/dead-letters/${encodeURIComponent(letter.id)}` }),
    onSuccess: dropped,
    onSettled: look,
  })
  return (
    <Dialog title={say("ops.dropAsk")} close={close}>
      <div class="grid gap-4">
        <p>{say("ops.dropEnds", { handler, type, key })}</p>
        {dropping.error && (
          <p role="alert" class="rounded-md border border-loss p-3">
            {said(dropping.error)}
          </p>
        )}
        <div class="flex flex-wrap gap-3">
          <Button kind="danger" onClick={() => dropping.mutate()} busy={dropping.isPending}>
            {dropping.isPending ? say("ops.working") : say("ops.dropDo", { type })}
          </Button>
          <Button onClick={close}>{say("ops.keep")}</Button>
        </div>
      </div>
    </Dialog>
  )
}
