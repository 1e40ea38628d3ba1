import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { Skeleton } from "../../ui/Loading"

/** What one played, and what others played with one's agents. */
export function Played() {
  const say = useSay()
  const number = useNumber()
  const dof = useDof()
  const locale = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: ["stats"],
    queryFn: ({ signal }) => store().profile.stats({ signal }),
  })
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Skeleton class="h-40" />
  const { player, owner } = data
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" })
  const hours = (value: number) => number(value, { maximumFractionDigits: 1 })
  return (
    <>
      <section aria-labelledby="played" class="grid gap-3">
        <h2 id="played" class="text-lg">
          {say("account.played")}
        </h2>
        {player.sessions === 0 ? (
          <p class="text-soft">{say("account.playedNone")}</p>
        ) : (
          <>
            {player.since && (
              <p class="text-sm text-soft">
                {say("account.playedSince", { date: day.format(new Date(player.since)) })}
              </p>
            )}
            <Figures>
              <Figure label={say("account.sessions")}>{number(player.sessions)}</Figure>
              <Figure label={say("account.hires")}>{number(player.hires)}</Figure>
              <Figure label={say("account.trials")}>{number(player.trials)}</Figure>
              <Figure label={say("account.hours")}>{hours(player.activeHours)}</Figure>
              <Figure label={say("account.spent")}>
                <Dof amount={player.dofSpent} />{" "}
                <span class="text-sm">
                  <Worth dof={player.dofSpent} />
                </span>
              </Figure>
            </Figures>
          </>
        )}
      </section>
      {owner.agents > 0 && (
        <section aria-labelledby="owned" class="grid gap-3">
          <h2 id="owned" class="text-lg">
            {say("account.owned")}
          </h2>
          <Figures>
            <Figure label={say("account.agents")}>
              {say("account.agentsOf", { count: number(owner.agents), published: number(owner.published) })}
            </Figure>
            <Figure label={say("account.hires")}>{number(owner.hires)}</Figure>
            <Figure label={say("account.hours")}>{hours(owner.activeHours)}</Figure>
            <Figure label={say("account.earned")}>
              {say("account.earnedOf", { earned: dof(owner.dofEarned), consumed: dof(owner.dofConsumed) })}{" "}
              <span class="text-sm">
                <Worth dof={owner.dofEarned} />
              </span>
            </Figure>
          </Figures>
        </section>
      )}
    </>
  )
}

function Figures({ children }: { children: ComponentChildren }) {
  return (
    <dl class="grid grid-cols-2 gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-3 lg:grid-cols-5">
      {children}
    </dl>
  )
}

function Figure({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="text-sm text-soft">{label}</dt>
      <dd class="figures">{children}</dd>
    </div>
  )
}
