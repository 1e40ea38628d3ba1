import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { Skeleton } from "../../ui/Loading"

/** What all of one's agents earned: what can be spent, what is on its way, and out of how many hires. */
export function Earned() {
  const say = useSay()
  const number = useNumber()
  const dof = useDof()
  const wallet = useQuery({
    queryKey: ["studio", "wallet"],
    queryFn: ({ signal }) => store().wallet.get({ signal }),
  })
  const stats = useQuery({
    queryKey: ["studio", "stats"],
    queryFn: ({ signal }) => store().profile.stats({ signal }),
  })
  const error = wallet.error ?? stats.error
  if (error) return <Problem error={error} again={() => Promise.all([wallet.refetch(), stats.refetch()])} />
  if (!wallet.data || !stats.data) return <Skeleton class="h-104 sm:h-61 lg:h-34" />
  const { owner } = stats.data
  return (
    <section aria-labelledby="earned" class="grid gap-2">
      <h2 id="earned" class="sr-only">
        {say("studio.earned")}
      </h2>
      <dl class="grid gap-3 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2 lg:grid-cols-4">
        <Figure label={say("studio.spendable")} worth={wallet.data.earnings}>
          <Dof amount={wallet.data.earnings} />
        </Figure>
        <Figure label={say("studio.pending")} worth={wallet.data.pending} note={say("studio.pendingHint")}>
          <Dof amount={wallet.data.pending} />
        </Figure>
        <Figure
          label={say("studio.earnedInAll")}
          worth={owner.dofEarned}
          note={say("studio.ofConsumed", { amount: dof(owner.dofConsumed) })}
        >
          <Dof amount={owner.dofEarned} />
        </Figure>
        <Figure
          label={say("studio.hires")}
          note={say("studio.published", { published: owner.published, count: owner.agents })}
        >
          {number(owner.hires)}
        </Figure>
      </dl>
      <p class="text-sm text-soft">{say("studio.noPayout")}</p>
    </section>
  )
}

interface FigureProps {
  label: string
  /** It is an amount of DOF, whose worth is said. */
  worth?: number
  note?: ComponentChildren
  children: ComponentChildren
}

/** A figure, what it counts, and what it is out of. */
export function Figure({ label, worth = 0, note, children }: FigureProps) {
  return (
    <div>
      <dt class="text-sm text-soft">{label}</dt>
      <dd>
        <span class="flex flex-wrap items-baseline gap-x-2">
          <span class="font-display text-lg font-semibold figures">{children}</span>
          {worth > 0 && (
            <span class="text-sm">
              <Worth dof={worth} />
            </span>
          )}
        </span>
        {note && <span class="text-sm text-soft figures">{note}</span>}
      </dd>
    </div>
  )
}
