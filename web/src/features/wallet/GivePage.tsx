import { InsufficientDofsError } from "@jiga/store"
import { useState } from "preact/hooks"
import { useLocation, useSearchParams } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { fieldsOf } from "../../parts/fields"
import { Problem, useProblem } from "../../parts/Problem"
import { useFees } from "../../parts/rules"
import { Worth } from "../../parts/Worth"
import { newWish } from "../../parts/wish"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { BackLink } from "../../ui/BackLink"
import { Button, LinkButton } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { useWallet } from "./Balance"
import { amountOf, feeOf, WHOLE } from "./giving"

/** Gives DOF to another user. What it costs in all is said before anything is sent. */
export function Page() {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const wallet = useWallet()
  const [toUserId, setTo] = useState(params.get("to") ?? "")
  const [typed, setTyped] = useState("")
  const [note, setNote] = useState("")
  const [asking, setAsking] = useState(false)
  // One key for one wish: sent again after a lost answer, it is one transfer all the same.
  const [idempotencyKey, setKey] = useState(newWish)
  const amount = amountOf(typed)
  const fees = useFees()
  const percent = fees.data?.transferPercent
  const pays = percent === undefined ? undefined : amount + feeOf(amount, percent)

  const giving = useMutation({
    mutationFn: () =>
      store().wallet.transfer(
        { toUserId: toUserId.trim(), amount, ...(note.trim() && { note: note.trim() }) },
        { idempotencyKey },
      ),
    onSuccess: ({ transactionId }) => {
      queries.invalidateQueries({ queryKey: ["wallet"] })
      queries.invalidateQueries({ queryKey: ["transactions"] })
      go(`/wallet/transactions/${encodeURIComponent(transactionId)}`, { replace: true })
    },
    onError: () => setAsking(false),
  })
  useTitle(say("give.title"))

  const changed = (set: (value: string) => void) => (event: InputEvent) => {
    set((event.currentTarget as HTMLInputElement).value)
    setKey(newWish())
    giving.reset()
  }
  const wrong = fieldsOf(giving.error)
  const refused = giving.error && Object.keys(wrong).length === 0
  const spendable = wallet.data && wallet.data.available + wallet.data.earnings
  const lacks = spendable === undefined || pays === undefined ? 0 : pays - spendable
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (toUserId.trim() && amount > 0 && pays !== undefined && lacks <= 0) setAsking(true)
  }
  return (
    <div class="mx-auto grid max-w-xl gap-6">
      <BackLink to="/wallet">{say("nav.wallet")}</BackLink>
      <header class="grid gap-2">
        <h1 class="text-xl">{say("give.title")}</h1>
        <p class="text-soft">{say("give.lead")}</p>
      </header>
      <form onSubmit={submit} class="grid gap-4">
        <Field label={say("give.to")} hint={say("give.toHint")} error={wrong.toUserId}>
          {(of) => (
            <Input {...of} value={toUserId} onInput={changed(setTo)} required autocomplete="off" spellcheck={false} />
          )}
        </Field>
        <Field label={say("give.amount")} hint={say("give.amountHint")} error={wrong.amount}>
          {(of) => (
            <Input
              {...of}
              value={typed}
              onInput={changed(setTyped)}
              required
              inputMode="numeric"
              autocomplete="off"
              pattern={WHOLE}
            />
          )}
        </Field>
        <Field label={say("give.note")} hint={say("give.noteHint")} error={wrong.note}>
          {(of) => <Input {...of} value={note} onInput={changed(setNote)} maxLength={500} autocomplete="off" />}
        </Field>
        {percent === undefined || wallet.isPending ? (
          fees.error ? (
            <Problem error={fees.error} again={fees.refetch} />
          ) : (
            <Skeleton class="h-47 sm:h-41" />
          )
        ) : (
          <Sum amount={amount} percent={percent} spendable={spendable} />
        )}
        {lacks > 0 && amount > 0 && (
          <div role="alert" class="flex flex-wrap items-center justify-between gap-3 rounded-md border border-warn p-3">
            <p>{say("give.lacks", { amount: dof(lacks) })}</p>
            <LinkButton to="/wallet">{say("give.buy")}</LinkButton>
          </div>
        )}
        {refused && (
          <div role="alert" class="grid gap-2 rounded-md border border-loss p-3">
            <p>{said(giving.error)}</p>
            {giving.error instanceof InsufficientDofsError && <LinkButton to="/wallet">{say("give.buy")}</LinkButton>}
          </div>
        )}
        <Button type="submit" kind="primary" wide disabled={lacks > 0 || pays === undefined}>
          {say("give.check")}
        </Button>
      </form>
      {asking && percent !== undefined && pays !== undefined && (
        <Dialog title={say("give.sure", { amount: dof(amount) })} close={() => setAsking(false)}>
          <div class="grid gap-4">
            <p class="flex flex-wrap justify-between gap-x-4">
              <span class="text-soft">{say("give.who")}</span>
              <span class="min-w-0 wrap-anywhere font-medium">{toUserId.trim()}</span>
            </p>
            <Sum amount={amount} percent={percent} spendable={spendable} />
            <p class="text-sm text-soft">{say("give.lead")}</p>
            <Button kind="primary" wide onClick={() => giving.mutate()} disabled={giving.isPending}>
              {giving.isPending ? say("give.sending") : say("give.confirm", { amount: dof(pays) })}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

interface SumProps {
  amount: number
  /** What the store takes of it, on top. */
  percent: number
  spendable: number | undefined
}

/** What they get, what it costs, and what is left. */
function Sum({ amount, percent, spendable }: SumProps) {
  const say = useSay()
  const number = useNumber()
  const fee = feeOf(amount, percent)
  const pays = amount + fee
  return (
    <dl class="divide-y divide-line rounded-lg border border-line px-4">
      <Line label={say("give.theyGet")} amount={amount} />
      <Line label={say("give.fee", { percent: number(percent / 100, { style: "percent" }) })} amount={fee} />
      <Line label={say("give.youPay")} amount={pays} worth />
      {spendable !== undefined && spendable >= pays && <Line label={say("give.left")} amount={spendable - pays} />}
    </dl>
  )
}

function Line({ label, amount, worth }: { label: string; amount: number; worth?: boolean }) {
  return (
    <div class="flex flex-wrap justify-between gap-x-4 py-2">
      <dt class="text-soft">{label}</dt>
      <dd class={`ms-auto text-end ${worth ? "font-medium" : ""}`}>
        <Dof amount={amount} />
        {worth && amount > 0 && (
          <span class="ms-2 text-sm font-normal">
            <Worth dof={amount} />
          </span>
        )}
      </dd>
    </div>
  )
}
