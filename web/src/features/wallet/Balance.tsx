import { useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof } from "../../ui/Amount"
import { Skeleton } from "../../ui/Loading"

/** What the wallet holds; anew whenever something came or went. */
export function useWallet() {
  return useQuery({ queryKey: ["wallet"], queryFn: ({ signal }) => store().wallet.get({ signal }) })
}

/** What there is, in three parts, and what each of them is. */
export function Balance() {
  const say = useSay()
  const dof = useDof()
  const { data, error, refetch } = useWallet()
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Skeleton class="h-84 md:h-36" />
  const parts = [
    ["available", data.available],
    ["held", data.held],
    ["earnings", data.earnings],
  ] as const
  return (
    <dl class="grid rounded-lg border-line max-md:divide-y max-md:divide-line max-md:border max-md:bg-raised md:grid-cols-3 md:gap-4">
      {parts.map(([name, amount]) => (
        <div
          key={name}
          class="relative flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 p-4 md:grid md:content-start md:rounded-lg md:border md:border-line md:bg-raised"
        >
          <dt class="text-sm text-soft">
            {name === "earnings" ? (
              <Link href="/studio" class="text-accent underline after:absolute after:inset-0 after:rounded-lg">
                {say("wallet.earnings")}
              </Link>
            ) : (
              say(`wallet.${name}`)
            )}
          </dt>
          <dd class="contents">
            <span class="flex flex-wrap items-baseline gap-x-3 max-md:ms-auto max-md:flex-col max-md:items-end">
              <span class={`font-display font-semibold ${name === "available" ? "text-xl text-accent" : "text-lg"}`}>
                <Dof amount={amount} />
              </span>
              {amount > 0 && <Worth dof={amount} />}
            </span>
            <span class="basis-full text-sm text-soft">{say(`wallet.${name}Hint`)}</span>
            {name === "earnings" && data.pending > 0 && (
              <span class="basis-full text-sm">
                {say("wallet.pending", { amount: dof(data.pending) })} <Worth dof={data.pending} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
