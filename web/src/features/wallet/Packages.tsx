import type { Package } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem, useProblem } from "../../parts/Problem"
import { useShownAgain } from "../../parts/shown"
import { newWish } from "../../parts/wish"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"
import { useMoney } from "./movements"

/** The one way to pay that there is so far. */
const PAYMENT = "sandbox"

/** What can be bought. A press leads to the checkout, which is a page of the store or of whoever takes the payment. */
export function Packages() {
  const say = useSay()
  const said = useProblem()
  const { data, error, refetch } = useQuery({
    queryKey: ["packages"],
    queryFn: ({ signal }) => store().wallet.packages({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const buying = useMutation({
    mutationFn: (bought: string) =>
      store().wallet.purchase(
        {
          package: bought,
          paymentMethod: PAYMENT,
          // The store adds nothing to it, so that what was bought is looked up: the latest.
          returnUrl: `${location.origin}/wallet?purchase=last`,
        },
        { idempotencyKey: newWish() },
      ),
    onSuccess: ({ transactionId, checkoutUrl }) => {
      // Whoever comes back by the browser's own button sees this purchase.
      history.replaceState(null, "", `/wallet?purchase=${encodeURIComponent(transactionId)}`)
      location.assign(checkoutUrl)
    },
  })
  useShownAgain(buying.reset)

  const leaving = buying.isPending || buying.isSuccess
  const [first] = data ?? []
  return (
    <section id="packages" aria-labelledby="buy" class="grid gap-4">
      <div>
        <h2 id="buy" class="text-lg">
          {say("wallet.buy")}
        </h2>
        <p class="text-sm text-soft">{say("wallet.buyHint")}</p>
      </div>
      {buying.error && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(buying.error)}
        </p>
      )}
      {error && !data && <Problem error={error} again={refetch} />}
      <ul class="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
        {data && first
          ? data.map((offer) => (
              <li key={offer.id}>
                <Offer
                  offer={offer}
                  first={first}
                  chosen={leaving && buying.variables === offer.id}
                  disabled={leaving}
                  buy={() => buying.mutate(offer.id)}
                />
              </li>
            ))
          : !error &&
            Array.from({ length: 4 }, (_, index) => (
              <li key={index}>
                <Skeleton class="h-56" />
              </li>
            ))}
      </ul>
    </section>
  )
}

interface OfferProps {
  offer: Package
  /** What the others are compared with. */
  first: Package
  chosen: boolean
  disabled: boolean
  buy: () => void
}

function Offer({ offer, first, chosen, disabled, buy }: OfferProps) {
  const say = useSay()
  const dof = useDof()
  const number = useNumber()
  const money = useMoney()
  const perMoney = (of: Package) => of.dofAmount / Number(of.amount)
  const more = perMoney(offer) / perMoney(first) - 1
  return (
    <article class="grid h-full grid-rows-[auto_auto_1fr_auto] justify-items-start gap-2 rounded-lg border border-line bg-raised p-3 sm:p-4">
      <h3>
        <RankBadge rank={offer.id.charAt(0).toUpperCase() + offer.id.slice(1)} />
      </h3>
      <p class="font-display text-lg font-semibold">
        <Dof amount={offer.dofAmount} />
      </p>
      <p class="text-sm text-soft figures">
        {say("wallet.perMoney", {
          amount: dof(Math.round(perMoney(offer))),
          money: money(1, offer.currency, 0),
        })}
        {more >= 0.005 && (
          <span class="block text-good">
            {say("wallet.more", { percent: number(more, { style: "percent", maximumFractionDigits: 0 }) })}
          </span>
        )}
      </p>
      <Button wide onClick={buy} disabled={disabled}>
        {chosen ? say("wallet.paying") : say("wallet.pay", { money: money(offer.amount, offer.currency) })}
      </Button>
    </article>
  )
}
