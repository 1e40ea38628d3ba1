import { useInfiniteQuery } from "@tanstack/react-query"
import { useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { type Say, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Fact } from "../../ui/Fact"
import { Field, Input, Select } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { LongList } from "../../ui/LongList"
import { When } from "../../ui/When"
import { Operators } from "./Operators"
import type { AuditEntry, PageOf } from "./types"

const PAGE = 100
/** What there are words for. */
const ACTS = ["dead-letter.retry", "dead-letter.drop"] as const

/** What operators did. */
export function Page() {
  return (
    <Operators title="ops.audit">
      <Entries />
    </Operators>
  )
}

/** The API has no filter: what is loaded is narrowed here, and the page says so. */
function Entries() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["console", "audit"],
    queryFn: ({ pageParam, signal }) =>
      store().request<PageOf<AuditEntry>>(
        { method: "GET", path: "/admin/audit", query: { limit: PAGE, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const entries = data?.pages.flatMap(({ items }) => items)
  const fitting = entries?.filter(fits(params))
  const choose = (name: "act" | "q", value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  if (error && !entries) return <Problem error={error} again={refetch} />
  const acts = [...new Set([...ACTS, ...(entries?.map(({ act }) => act) ?? [])])]
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.auditLead")}</p>
      <search class="grid max-w-3xl gap-4 sm:grid-cols-2">
        <Field label={say("ops.act")}>
          {(of) => (
            <Select
              {...of}
              value={params.get("act") ?? ""}
              onChange={(event) => choose("act", event.currentTarget.value)}
            >
              <option value="">{say("ops.actAll")}</option>
              {acts.map((act) => (
                <option key={act} value={act}>
                  {nameOf(act, say)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={say("ops.filter")}>
          {(of) => (
            <Input
              {...of}
              type="search"
              autocomplete="off"
              spellcheck={false}
              value={params.get("q") ?? ""}
              onInput={(event) => choose("q", event.currentTarget.value)}
            />
          )}
        </Field>
      </search>
      {!entries && <Skeleton class="h-60" />}
      <p role="status" class="text-soft">
        {entries && fitting && count(entries.length, fitting.length)}
      </p>
      {fitting && (
        <LongList
          items={fitting}
          keyOf={({ at, subject }, index) => `${at} ${subject} ${index}`}
          row={(entry) => (
            <div class="border-b border-line py-3">
              <Entry entry={entry} />
            </div>
          )}
          height="middle"
        />
      )}
      {hasNextPage && (
        <div>
          <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
            {say("ops.older")}
          </Button>
        </div>
      )}
    </>
  )

  function count(all: number, fit: number): string {
    if (all === 0) return say("ops.auditEmpty")
    return fit === 0 ? say("ops.auditNone", { count: all }) : say("ops.auditFit", { fit, count: all })
  }
}

function Entry({ entry }: { entry: AuditEntry }) {
  const say = useSay()
  return (
    <dl class="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
      <Fact label={say("ops.at")}>
        <When at={entry.at} exact />
      </Fact>
      <Fact label={say("ops.act")}>{nameOf(entry.act, say)}</Fact>
      <Fact label={say("ops.subject")}>
        <span class="break-all">{entry.subject}</span>
      </Fact>
      <Fact label={say("ops.who")}>
        <span class="break-all text-sm">{entry.who}</span>
        {entry.requestId && (
          <span class="block break-all text-xs text-soft">{say("state.requestId", { id: entry.requestId })}</span>
        )}
      </Fact>
    </dl>
  )
}

/** In words, or as the store says it where it is newer than this page. */
function nameOf(act: string, say: Say): string {
  const known = ACTS.find((each) => each === act)
  return known ? say(`ops.act.${known}`) : act
}

function fits(params: URLSearchParams): (entry: AuditEntry) => boolean {
  const act = params.get("act")
  const q = params.get("q")?.trim().toLowerCase()
  return (entry) =>
    (!act || entry.act === act) &&
    (!q || [entry.who, entry.subject, entry.requestId].some((text) => text?.toLowerCase().includes(q)))
}
