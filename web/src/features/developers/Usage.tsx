import type { ApiKey, ApiKeyUsage } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { useDof, useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { daysUntil } from "./days"
import { KEYS } from "./keys"

/** How many days the chart shows, and a page of the table has at most. */
const DAYS = 30

type Measure = "requests" | "dofSpent"

/** What a key was used for: bars for the last days, and a table for all. */
export function Usage({ of }: { of: ApiKey }) {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...KEYS, of.id, "usage"],
    queryFn: ({ pageParam, signal }) => store().apiKeys.usage(of.id, { limit: DAYS }, { signal }).page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const days = data?.pages.flatMap(({ items }) => items)
  const spends = of.kind === "secret" && of.mode === "live"
  const measure: Measure = spends && params.get("show") === "spent" ? "dofSpent" : "requests"
  return (
    <section aria-labelledby="usage" class="grid gap-4">
      <header class="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="usage" class="text-lg">
            {say("dev.usage")}
          </h2>
          <p class="text-sm text-soft">
            {say("dev.usageHint")} {of.mode === "test" && say("dev.usageTest")}
          </p>
        </div>
        {spends && days && days.length > 0 && (
          <fieldset class="flex gap-1">
            <legend class="sr-only">{say("dev.show")}</legend>
            {(["requests", "dofSpent"] as const).map((value) => (
              <Button
                key={value}
                aria-pressed={measure === value}
                kind={measure === value ? "plain" : "quiet"}
                onClick={() => setParams(value === "dofSpent" ? { show: "spent" } : {}, { replace: true })}
              >
                {say(value === "dofSpent" ? "dev.spent" : "dev.requests")}
              </Button>
            ))}
          </fieldset>
        )}
      </header>
      {error && <Problem error={error} again={refetch} />}
      {!days && !error && <Skeleton class="h-60" />}
      {days?.length === 0 && <p class="text-soft">{say("dev.unused")}</p>}
      {days && days.length > 0 && (
        <>
          <Bars days={days} measure={measure} />
          <Table days={days} spends={spends} />
          {hasNextPage && (
            <div>
              <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
                {say("state.more")}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

/** Bars from day to day; a day without use has none. */
function Bars({ days, measure }: { days: readonly ApiKeyUsage[]; measure: Measure }) {
  const say = useSay()
  const number = useNumber()
  const format = useDay()
  const dof = useDof()
  const used = new Map(days.map((day) => [day.day, day[measure]]))
  const shown = daysUntil(new Date(), DAYS).map((day) => ({ day, amount: used.get(day) ?? 0 }))
  const most = Math.max(...shown.map(({ amount }) => amount))
  const sum = shown.reduce((all, { amount }) => all + amount, 0)
  const label =
    measure === "requests"
      ? say("dev.chartRequests", { count: sum, days: DAYS, most: number(most) })
      : say("dev.chartSpent", { count: dof(sum), days: DAYS, most: dof(most) })
  return (
    <figure class="grid gap-2">
      <svg
        viewBox={`0 0 ${DAYS * 10} 100`}
        preserveAspectRatio="none"
        width="100%"
        height="140"
        role="img"
        aria-label={label}
        class="border-b border-line"
      >
        {shown.map(({ day, amount }, index) => {
          const height = most > 0 ? Math.max(amount > 0 ? 2 : 0, (amount / most) * 98) : 0
          return (
            <rect key={day} x={index * 10 + 1} y={100 - height} width="8" height={height} fill="var(--accent)">
              <title>{`${format(day)}: ${number(amount)}`}</title>
            </rect>
          )
        })}
      </svg>
      <div aria-hidden="true" class="flex justify-between text-xs text-soft">
        <span>{format(shown[0]?.day ?? "")}</span>
        <span>{format(shown.at(-1)?.day ?? "")}</span>
      </div>
      <figcaption class="text-sm text-soft">{label}</figcaption>
    </figure>
  )
}

function Table({ days, spends }: { days: readonly ApiKeyUsage[]; spends: boolean }) {
  const say = useSay()
  const number = useNumber()
  const dof = useDof()
  const format = useDay()
  return (
    <table class="w-full max-w-xl text-end figures">
      <caption class="sr-only">{say("dev.usage")}</caption>
      <thead class="text-sm text-soft">
        <tr class="border-b border-line">
          <th scope="col" class="py-2 text-start font-medium">
            {say("dev.day")}
          </th>
          <th scope="col" class="py-2 font-medium">
            {say("dev.requests")}
          </th>
          {spends && (
            <th scope="col" class="py-2 font-medium">
              {say("dev.spent")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, requests, dofSpent }) => (
          <tr key={day} class="border-b border-line">
            <th scope="row" class="py-2 text-start font-normal">
              {format(day)}
            </th>
            <td class="py-2">{number(requests)}</td>
            {spends && <td class="py-2">{dof(dofSpent)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A day is UTC's, wherever the reader is. */
function useDay(): (day: string) => string {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  return (day) => (day ? format.format(new Date(`${day}T00:00:00Z`)) : "")
}
