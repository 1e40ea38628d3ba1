import type { HistoryFilter, Transaction } from "@jiga/store"
import { type Say, useLocale, useSay } from "../../app/text"
import { Dof, useDof } from "../../ui/Amount"

export const TYPES = [
  "purchase",
  "hire",
  "earning",
  "refund",
  "transfer",
  "variant_creation",
  "sellback",
  "grant",
] as const satisfies Transaction["type"][]
export const STATUSES = ["pending", "completed", "failed", "refunded"] as const satisfies Transaction["status"][]

/** Which movements an address asks for. What the store does not know is left out. */
export function filterOf(params: URLSearchParams): HistoryFilter {
  const type = TYPES.find((known) => known === params.get("type"))
  const status = STATUSES.find((known) => known === params.get("status"))
  return { ...(type && { type }), ...(status && { status }) }
}

/** What a movement was, in some words. A later store may know more of them. */
export function nameOf({ type, direction }: Transaction, say: Say): string {
  const known = TYPES.find((each) => each === type)
  if (known === undefined) return say("wallet.type.other")
  if (known !== "transfer") return say(`wallet.type.${known}`)
  return say(direction === "in" ? "wallet.type.transferIn" : "wallet.type.transferOut")
}

/** How far a movement has come. */
export function stateOf({ status }: Transaction, say: Say): string {
  const known = STATUSES.find((each) => each === status)
  return known === undefined ? status : say(`wallet.status.${known}`)
}

/** What did not come about yet, or never will, is not counted. */
const COLOUR: Record<string, string> = { pending: "text-soft", failed: "text-soft line-through" }

/** How much, and whether it came or went. */
export function Moved({ transaction }: { transaction: Transaction }) {
  const say = useSay()
  const dof = useDof()
  const { amount, direction, status } = transaction
  const came = direction === "in"
  const colour = COLOUR[status] ?? (came ? "text-good" : "")
  return (
    <span dir="ltr" class={`figures whitespace-nowrap ${colour}`}>
      {amount === 0 ? <Dof amount={0} /> : say(came ? "wallet.in" : "wallet.out", { amount: dof(amount) })}
    </span>
  )
}

/** An amount of money as the reader's language writes it. */
export function useMoney(): (amount: string | number, currency: string, digits?: number) => string {
  const locale = useLocale()
  return (amount, currency, digits) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      ...(digits !== undefined && { maximumFractionDigits: digits }),
    }).format(Number(amount))
}
