import { useLocale, useSay } from "../app/text"

/** A number as the reader's language writes it, with figures that stand below each other. */
export function useNumber(): (value: number, options?: Intl.NumberFormatOptions) => string {
  const locale = useLocale()
  return (value, options) => new Intl.NumberFormat(locale, options).format(value)
}

/** An amount of DOF: a thin space between thousands, whatever the language. */
export function useDof(): (amount: number) => string {
  const locale = useLocale()
  return (amount) =>
    new Intl.NumberFormat(locale)
      .formatToParts(amount)
      .map(({ type, value }) => (type === "group" ? "\u202f" : value))
      .join("")
}

interface DofProps {
  amount: number
  /** It is what an hour costs. */
  perHour?: boolean
}

export function Dof({ amount, perHour }: DofProps) {
  const say = useSay()
  const dof = useDof()
  return <span class="figures">{say(perHour ? "amount.perHour" : "amount.dof", { amount: dof(amount) })}</span>
}
