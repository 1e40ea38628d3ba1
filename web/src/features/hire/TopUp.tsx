import type { Package } from "@jiga/store"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useShownAgain } from "../../parts/shown"
import { useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { sufficient } from "./packages"

const KEPT = "jiga.hire.purchase"
/** How often it is asked whether a payment has come; then the reader is. */
const ASKED_AT_MOST = 40

/** What has become of the purchase that this tab began, where one comes back from it. */
export function usePurchase(isBack: boolean): string | undefined {
  const id = (isBack && sessionStorage.getItem(KEPT)) || undefined
  const { data } = useQuery({
    queryKey: ["transaction", id],
    queryFn: ({ signal }) => store().wallet.transaction(id ?? "", { signal }),
    enabled: id !== undefined,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.status === "pending" && state.dataUpdateCount < ASKED_AT_MOST ? 1_500 : false,
  })
  return data?.status
}

/** What the player has, and what could be bought. */
export function useFunds(purchase: string | undefined) {
  const wallet = useQuery({
    // Asked for anew when a purchase has come.
    queryKey: ["wallet", ...(purchase === "completed" ? ["bought"] : [])],
    queryFn: ({ signal }) => store().wallet.get({ signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const packages = useQuery({
    queryKey: ["packages"],
    queryFn: ({ signal }) => store().wallet.packages({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return { wallet, packages }
}

export function forgetPurchase(): void {
  sessionStorage.removeItem(KEPT)
}

interface TopUpProps {
  have: number
  short: number
  packages: readonly Package[]
  /** Where the buyer comes back to. */
  back: string
}

/** What is missing, and the packages that cover it: bought elsewhere, and gone on with here. */
export function TopUp({ have, short, packages, back }: TopUpProps) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const locale = useLocale()
  const [chosen, choose] = useState<string>()
  const enough = sufficient(packages, short)
  const bought = enough.find(({ id }) => id === chosen) ?? enough[0]
  const buying = useMutation({
    mutationFn: async (what: Package) => {
      const { checkoutUrl, transactionId } = await store().wallet.purchase({
        package: what.id,
        paymentMethod: "sandbox",
        returnUrl: new URL(back, location.origin).href,
      })
      sessionStorage.setItem(KEPT, transactionId)
      location.assign(checkoutUrl)
    },
  })
  useShownAgain(buying.reset)

  if (!bought) return <p class="text-warn">{say("hire.tooMuch", { short: dof(short) })}</p>
  const leaving = buying.isPending || buying.isSuccess
  const price = (of: Package) =>
    new Intl.NumberFormat(locale, { style: "currency", currency: of.currency }).format(Number(of.amount))
  return (
    <div class="grid gap-3">
      <fieldset class="min-w-0" disabled={leaving}>
        <legend class="text-sm">
          <span class="text-warn figures">{say("hire.short", { have: dof(have), short: dof(short) })}</span>{" "}
          <span class="text-soft">{say("hire.rest")}</span>
        </legend>
        {enough.length > 1 && (
          <div class="mt-2 grid auto-cols-fr grid-flow-col gap-2 lg:grid-flow-row lg:grid-cols-2">
            {enough.map((offer) => (
              <Offer
                key={offer.id}
                amount={dof(offer.dofAmount)}
                price={price(offer)}
                checked={offer === bought}
                choose={() => choose(offer.id)}
              />
            ))}
          </div>
        )}
      </fieldset>
      <Button kind="primary" wide disabled={leaving} onClick={() => buying.mutate(bought)}>
        {say("hire.buy", { amount: dof(bought.dofAmount), price: price(bought) })}
      </Button>
      {buying.error && (
        <p role="alert" class="text-sm text-loss">
          {said(buying.error)}
        </p>
      )}
    </div>
  )
}

interface OfferProps {
  amount: string
  price: string
  checked: boolean
  choose: () => void
}

/** One of the packages, small enough to stand beside the others on a phone. */
function Offer({ amount, price, checked, choose }: OfferProps) {
  const say = useSay()
  return (
    <label
      class={`press relative grid cursor-pointer content-center justify-items-center rounded-md border px-0.5 py-1 text-center leading-tight figures hover:bg-higher has-focus-visible:outline-2 has-focus-visible:outline-accent ${checked ? "border-accent bg-higher ring-1 ring-accent" : "border-line"}`}
    >
      <input type="radio" name="package" checked={checked} onChange={choose} class="sr-only" />
      <span class="font-display font-semibold whitespace-nowrap">{price}</span>
      <span class="font-display text-xs text-soft sm:text-sm">{say("amount.dof", { amount })}</span>
    </label>
  )
}
