import { useLocale, useSay } from "../../app/text"
import { LIKELY, useWorth, Worth } from "../../parts/Worth"
import { useDof, useNumber } from "../../ui/Amount"
import { lastMonths, type Month } from "./months"

/** Earnings by month: as bars to see, and as a table to read, which a screen reader is given alone. */
export function EarningsChart({ months }: { months: readonly Month[] }) {
  const say = useSay()
  const dof = useDof()
  const number = useNumber()
  const worth = useWorth()
  const name = useMonthName()
  const shown = lastMonths(months, new Date())
  const most = Math.max(1, ...shown.map(({ earned }) => earned))
  return (
    <section aria-labelledby="by-month" class="grid grid-cols-1 gap-3">
      <h2 id="by-month" class="text-lg">
        {say("studio.byMonth")}
      </h2>
      <div aria-hidden="true" class="grid grid-cols-6 gap-2 rounded-lg border border-line bg-raised p-4">
        {shown.map(({ month, earned, sessions }) => (
          <div key={month} class="min-w-0 text-center text-xs figures">
            <p class={earned ? "" : "text-soft"}>{dof(earned)}</p>
            {/* On a phone they have no room beside each other, and stand in the table. */}
            <p class={`text-soft max-sm:hidden ${worth(earned) ? "" : "invisible"}`}>{worth(earned) ?? LIKELY}</p>
            <svg
              viewBox="0 0 10 100"
              preserveAspectRatio="none"
              width="100%"
              height="140"
              aria-hidden="true"
              class="my-1"
            >
              <rect
                x="1"
                width="8"
                y={99 - (earned / most) * 99}
                height={(earned / most) * 99 + 1}
                fill={earned ? "var(--accent)" : "var(--line)"}
              />
            </svg>
            <p>{name(month, "short")}</p>
            <p class="text-soft">{say("studio.hiresShort", { count: sessions })}</p>
          </div>
        ))}
      </div>
      <details>
        <summary class="press inline-flex cursor-pointer items-center text-accent underline">
          {say("studio.asTable")}
        </summary>
        {months.length === 0 ? (
          <p class="text-soft">{say("studio.nothingEarned")}</p>
        ) : (
          <div class="overflow-x-auto">
            <table class="w-full text-xs wrap-normal figures sm:text-sm">
              <caption class="sr-only">{say("studio.byMonth")}</caption>
              <thead>
                <tr class="border-b border-line text-soft">
                  <th class="px-1 py-2 sm:px-2 text-start font-normal">{say("studio.month")}</th>
                  <th class="px-1 py-2 sm:px-2 text-end font-normal">{say("studio.hiresColumn")}</th>
                  <th class="px-1 py-2 sm:px-2 text-end font-normal">{say("studio.used")}</th>
                  <th class="px-1 py-2 sm:px-2 text-end font-normal">{say("studio.earnedHere")}</th>
                </tr>
              </thead>
              <tbody>
                {months.map(({ month, sessions, consumed, earned }) => (
                  <tr key={month} class="border-b border-line">
                    <th class="px-1 py-2 sm:px-2 text-start font-normal">{name(month, "long")}</th>
                    <td class="px-1 py-2 sm:px-2 text-end">{number(sessions)}</td>
                    <td class="px-1 py-2 sm:px-2 text-end">{dof(consumed)}</td>
                    <td class="px-1 py-2 sm:px-2 text-end">
                      {dof(earned)}
                      {earned > 0 && (
                        <span class="block">
                          <Worth dof={earned} />
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
    </section>
  )
}

function useMonthName(): (month: string, length: "short" | "long") => string {
  const locale = useLocale()
  return (month, length) =>
    new Intl.DateTimeFormat(locale, {
      month: length,
      ...(length === "long" && { year: "numeric" as const }),
      timeZone: "UTC",
    }).format(new Date(`${month}-01T00:00:00Z`))
}
