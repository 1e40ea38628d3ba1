import type { Transaction } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useEffect } from "preact/hooks"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Icon } from "../../ui/Icon"
import { useMoney } from "./movements"

const OFTEN = 2_000
const SELDOM = 15_000
/** How often it is looked soon; whoever has not paid by then may never do. */
const SOON = 30

async function find(id: string, signal: AbortSignal): Promise<Transaction | null> {
  if (id !== "last") return store().wallet.transaction(id, { signal })
  const { items } = await store().wallet.history({ type: "purchase", limit: 1 }, { signal }).page()
  return items[0] ?? null
}

/** What became of a purchase, for whoever comes back from the checkout: asked again until it is over. */
export function Bought({ id, close }: { id: string; close: () => void }) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const money = useMoney()
  const { data, error } = useQuery({
    queryKey: ["transactions", "purchase", id],
    queryFn: ({ signal }) => find(id, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => state.data?.status === "pending" && (state.dataUpdateCount < SOON ? OFTEN : SELDOM),
  })
  const paid = data?.status === "completed"
  useEffect(() => {
    if (paid) queries.invalidateQueries({ queryKey: ["wallet"] })
  }, [paid])

  return (
    <div class={`flex items-start gap-3 rounded-lg border bg-raised p-4 ${edge()}`}>
      <div role="status" class="grid min-h-11 min-w-0 flex-1 content-center gap-1">
        {message()}
      </div>
      <button
        type="button"
        aria-label={say("wallet.bought.close")}
        onClick={close}
        class="press -my-1 -me-2 grid place-items-center text-soft hover:text-ink"
      >
        <Icon name="close" />
      </button>
    </div>
  )

  function edge(): string {
    if (error || data?.status === "failed") return "border-loss"
    return paid ? "border-good" : "border-line"
  }

  function message(): ComponentChildren {
    if (error && !data) return <p>{said(error)}</p>
    if (data === undefined) return <p class="text-soft">{say("state.loading")}</p>
    if (data === null) return <p>{say("wallet.bought.none")}</p>
    const price = data.money ? money(data.money.amount, data.money.currency) : ""
    switch (data.status) {
      case "pending":
        return (
          <>
            <p>{say("wallet.bought.waiting", { money: price })}</p>
            <p class="text-sm text-soft">{say("wallet.bought.waitingHint")}</p>
          </>
        )
      case "failed":
        return (
          <>
            <p>{say("wallet.bought.failed", { money: price })}</p>
            <p class="text-sm text-soft">{say("wallet.bought.failedHint")}</p>
          </>
        )
      case "refunded":
        return <p>{say("wallet.bought.refunded", { money: price })}</p>
      case "completed":
        return <p>{say("wallet.bought.completed", { amount: dof(data.amount) })}</p>
    }
  }
}
