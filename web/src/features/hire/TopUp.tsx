import type { Package } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"

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

export function forgetPurchase(): void {
  sessionStorage.removeItem(KEPT)
}

interface TopUpProps {
  short: number
  packages: readonly Package[]
  /** Where the buyer comes back to. */
  back: string
}

/** What is missing, and the package that covers it: bought elsewhere, and gone on with here. */
export function TopUp({ short, packages, back }: TopUpProps) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const locale = useLocale()
  const bought = packages
    .filter(({ dofAmount }) => dofAmount >= short)
    .sort((one, other) => one.dofAmount - other.dofAmount)[0]
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
  if (!bought) return <p class="text-warn">{say("hire.tooMuch", { short: dof(short) })}</p>
  const price = new Intl.NumberFormat(locale, { style: "currency", currency: bought.currency }).format(
    Number(bought.amount),
  )
  return (
    <div class="grid gap-2">
      <p class="text-sm text-warn">{say("hire.short", { short: dof(short) })}</p>
      <Button kind="primary" wide disabled={buying.isPending || buying.isSuccess} onClick={() => buying.mutate(bought)}>
        {say("hire.buy", { amount: dof(bought.dofAmount), price })}
      </Button>
      {buying.error && (
        <p role="alert" class="text-sm text-loss">
          {said(buying.error)}
        </p>
      )}
    </div>
  )
}
