import { useQuery } from "@tanstack/react-query"
import { store } from "../app/session"
import { useLocale, useSay } from "../app/text"
import { moneyIn } from "./money"

/** What DOF cost in money at most: by the package that gives the fewest for it. Undefined where that is as good as nothing. */
export function useWorth(): (dof: number) => string | undefined {
  const locale = useLocale()
  const { data } = useQuery({
    queryKey: ["packages"],
    queryFn: ({ signal }) => store().wallet.packages({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const dearest = data?.reduce((a, b) => (Number(a.amount) / a.dofAmount > Number(b.amount) / b.dofAmount ? a : b))
  if (!dearest) return () => undefined
  const money = moneyIn(locale, dearest.currency)
  return (dof) => money((dof * Number(dearest.amount)) / dearest.dofAmount)
}

/** What holds the place of money that is not known yet, so that nothing moves when it comes. */
export const LIKELY = "$0.00"

/** A hint of what an amount of DOF is worth. */
export function Worth({ dof, perHour }: { dof: number; perHour?: boolean }) {
  const say = useSay()
  const money = useWorth()(dof)
  return (
    <span class={`text-soft figures ${money ? "" : "invisible"}`}>
      {say(perHour ? "amount.aboutPerHour" : "amount.about", { money: money ?? LIKELY })}
    </span>
  )
}
