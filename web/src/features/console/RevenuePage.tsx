import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "wouter-preact"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Fact } from "../../ui/Fact"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { useDayName } from "./dayName"
import { Operators } from "./Operators"
import { RevenueChart } from "./RevenueChart"
import { revenue, today } from "./revenue"
import { daysBefore } from "./time"
import type { RevenueDay } from "./types"

const SPANS = [7, 30, 90, 365] as const
const USUAL = 30
const COLUMNS = ["revenue", "fees", "treasury", "issued"] as const

/** What each day brought the platform. The range stands in the address. */
export function Page() {
  return (
    <Operators title="ops.revenue">
      <Range />
    </Operators>
  )
}

function Range() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const to = params.get("to") || today()
  const from = params.get("from") || daysBefore(USUAL - 1, to)
  const { data, error, refetch, isPlaceholderData } = useQuery(revenue(from, to))
  const choose = (range: { from: string; to: string }) => {
    if (range.from && range.to) setParams(range)
  }
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.revenueLead")}</p>
      <div class="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div class="grid grid-cols-2 gap-3 max-sm:w-full">
          <Field label={say("ops.dayFrom")}>
            {(of) => (
              <Input
                {...of}
                type="date"
                max={to}
                value={from}
                onChange={({ currentTarget }) => choose({ from: currentTarget.value, to })}
              />
            )}
          </Field>
          <Field label={say("ops.dayTo")}>
            {(of) => (
              <Input
                {...of}
                type="date"
                max={today()}
                value={to}
                onChange={({ currentTarget }) => choose({ from, to: currentTarget.value })}
              />
            )}
          </Field>
        </div>
        <fieldset class="flex flex-wrap gap-2">
          <legend class="sr-only">{say("ops.spans")}</legend>
          {SPANS.map((days) => {
            const first = daysBefore(days - 1, today())
            const isChosen = to === today() && from === first
            return (
              <Button key={days} aria-pressed={isChosen} onClick={() => choose({ from: first, to: today() })}>
                <span class={isChosen ? "font-semibold underline" : ""}>{say("ops.days", { count: days })}</span>
              </Button>
            )
          })}
        </fieldset>
      </div>
      {error && (!data || isPlaceholderData) && <Problem error={error} again={refetch} />}
      {!data && !error && <Skeleton class="h-96" />}
      {data && !(error && isPlaceholderData) && data.length === 0 && <p role="status">{say("ops.revenueNone")}</p>}
      {data && !(error && isPlaceholderData) && data.length > 0 && <Days days={data} />}
    </>
  )
}

function Days({ days }: { days: RevenueDay[] }) {
  const say = useSay()
  return (
    <>
      <dl class="grid grid-cols-2 gap-4 rounded-lg border border-line bg-raised p-4 lg:grid-cols-4">
        {COLUMNS.map((column) => {
          const sum = days.reduce((before, day) => before + day[column], 0)
          return (
            <Fact key={column} label={say(`ops.rev.${column}`)}>
              <span class="block font-display text-lg font-semibold">
                <Dof amount={sum} />
              </span>
              {sum > 0 && (
                <span class="text-sm">
                  <Worth dof={sum} />
                </span>
              )}
            </Fact>
          )
        })}
      </dl>
      <div class="grid items-start gap-6 xl:grid-cols-2">
        <RevenueChart days={days} />
        <Table days={days} />
      </div>
    </>
  )
}

function Table({ days }: { days: RevenueDay[] }) {
  const say = useSay()
  const dof = useDof()
  const dayName = useDayName()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section aria-label={say("ops.revenueTable")} tabIndex={0} class="max-h-120 min-w-0 overflow-auto">
      <table class="w-full text-sm figures">
        <caption class="sr-only">{say("ops.revenueTable")}</caption>
        <thead class="sticky top-0 bg-ground text-soft">
          <tr class="border-b border-line">
            <th scope="col" class="py-2 pe-2 text-start font-normal">
              {say("ops.day")}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" class="p-2 text-end font-normal whitespace-nowrap">
                {say(`ops.rev.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day} class="border-b border-line">
              <th scope="row" class="py-2 pe-2 text-start font-normal whitespace-nowrap">
                {dayName(day.day)}
                {day.since !== day.day && (
                  <span class="block text-xs text-soft">{say("ops.since", { day: dayName(day.since) })}</span>
                )}
              </th>
              {COLUMNS.map((column) => (
                <td
                  key={column}
                  class={`p-2 text-end whitespace-nowrap ${day[column] < 0 ? "text-loss" : day[column] === 0 ? "text-soft" : ""}`}
                >
                  {dof(day[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
