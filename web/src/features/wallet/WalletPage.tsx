import { useSearchParams } from "wouter-preact"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { LinkButton } from "../../ui/Button"
import { Balance } from "./Balance"
import { Bought } from "./Bought"
import { History } from "./History"
import { Packages } from "./Packages"

/** What there is, how to get more, and where it went. */
export function Page() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const purchase = params.get("purchase")
  useTitle(say("nav.wallet"))

  const close = () =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.delete("purchase")
        return after
      },
      { replace: true },
    )
  return (
    <div class="grid gap-8">
      <header class="flex flex-wrap items-center justify-between gap-4">
        <h1 class="text-xl">{say("nav.wallet")}</h1>
        <LinkButton to="/wallet/give">{say("wallet.give")}</LinkButton>
      </header>
      {purchase && <Bought id={purchase} close={close} />}
      <Balance />
      <Packages />
      <History />
    </div>
  )
}
