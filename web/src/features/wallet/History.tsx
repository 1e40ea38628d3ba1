import type { Transaction } from "@jiga/store"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { Link, useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Field, Select } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { LongList } from "../../ui/LongList"
import { useMoment } from "../../ui/moment"
import { filterOf, Moved, nameOf, STATUSES, stateOf, TYPES } from "./movements"

const PAGE = 20

/** What came and went, the newest first. What narrows it stands in the address. */
export function History() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const filter = filterOf(params)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: ["transactions", "list", filter],
    queryFn: ({ pageParam, signal }) =>
      store()
        .wallet.history({ ...filter, limit: PAGE }, { signal })
        .page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const choose = (name: "type" | "status", value: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (value) after.set(name, value)
      else after.delete(name)
      return after
    })
  const movements = data?.pages.flatMap(({ items }) => items)
  const narrowed = filter.type !== undefined || filter.status !== undefined
  return (
    <section aria-labelledby="history" class="grid gap-4">
      <header class="flex flex-wrap items-end justify-between gap-4">
        <h2 id="history" class="text-lg">
          {say("wallet.history")}
        </h2>
        <div class="grid grid-cols-2 gap-3 max-sm:w-full">
          <Field label={say("wallet.type")}>
            {(of) => (
              <Select
                {...of}
                value={filter.type ?? ""}
                onChange={({ currentTarget: { value } }) => choose("type", value)}
              >
                <option value="">{say("wallet.all")}</option>
                {TYPES.map((type) => (
                  <option key={type} value={type}>
                    {say(`wallet.type.${type}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={say("wallet.status")}>
            {(of) => (
              <Select
                {...of}
                value={filter.status ?? ""}
                onChange={({ currentTarget: { value } }) => choose("status", value)}
              >
                <option value="">{say("wallet.all")}</option>
                {STATUSES.map((status) => (
                  <option key={status} value={status}>
                    {say(`wallet.status.${status}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </header>
      {error && !data && <Problem error={error} again={refetch} />}
      {movements?.length === 0 && (
        <div class="grid min-h-40 place-content-center gap-3 text-center">
          <p class="text-soft">{say(narrowed ? "wallet.noneFits" : "wallet.none")}</p>
          {narrowed && (
            <div>
              <Button onClick={() => setParams(new URLSearchParams())}>{say("wallet.clear")}</Button>
            </div>
          )}
        </div>
      )}
      {!(error && !data) && movements?.length !== 0 && (
        <div
          aria-busy={isPlaceholderData}
          class={`overflow-hidden rounded-lg border border-line bg-raised ${isPlaceholderData ? "opacity-70" : ""}`}
        >
          {movements ? (
            <LongList
              items={movements}
              keyOf={({ id }) => id}
              row={(transaction) => <Row transaction={transaction} />}
              gap="divide-y divide-line"
              height="low"
            />
          ) : (
            <Waiting />
          )}
        </div>
      )}
      {hasNextPage && (
        <div class="text-center">
          <Button onClick={() => fetchNextPage()} disabled={isFetchingNextPage}>
            {say("state.more")}
          </Button>
        </div>
      )}
    </section>
  )
}

function Waiting() {
  return (
    <div class="divide-y divide-line">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} class="p-3">
          <Skeleton class="h-12" />
        </div>
      ))}
    </div>
  )
}

function Row({ transaction }: { transaction: Transaction }) {
  const say = useSay()
  const moment = useMoment()
  const { status } = transaction
  return (
    <Link
      href={`/wallet/transactions/${encodeURIComponent(transaction.id)}`}
      class="press flex items-center justify-between gap-4 px-4 py-3 -outline-offset-2 hover:bg-higher"
    >
      <span class="min-w-0">
        <span class="block">{nameOf(transaction, say)}</span>
        <span class="block text-sm text-soft">
          {moment(transaction.createdAt)}
          {status !== "completed" && (
            <span class={status === "failed" ? "text-loss" : status === "pending" ? "text-warn" : ""}>
              {" "}
              · {stateOf(transaction, say)}
            </span>
          )}
        </span>
      </span>
      <Moved transaction={transaction} />
    </Link>
  )
}
