import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Worth } from "../../parts/Worth"
import { newWish } from "../../parts/wish"
import { Dof, useDof } from "../../ui/Amount"
import { Field, Input } from "../../ui/Field"
import { ActDialog } from "./ActDialog"
import { treasury } from "./books"
import type { Granted, UserAccount } from "./types"

interface GrantDialogProps {
  user: UserAccount
  close: () => void
  granted: (told: string) => void
}

/** Gives DOF out of the treasury: how many, and what it has before and after, is said before anything is sent. */
export function GrantDialog({ user, close, granted }: GrantDialogProps) {
  const say = useSay()
  const dof = useDof()
  const [typed, setTyped] = useState("")
  // One key for one wish: sent again after a lost answer, it is one gift all the same.
  const [idempotencyKey, setKey] = useState(newWish)
  const { data } = useQuery(treasury)
  const amount = Number(typed.replaceAll(/\D/g, ""))
  const name = user.displayName
  const path = `/admin/users/${encodeURIComponent(user.id)}/grants`
  return (
    <ActDialog<Granted>
      title={say("ops.grantAsk", { name })}
      what={say("ops.grantEnds")}
      act={amount > 0 ? say("ops.grantDo", { amount: dof(amount) }) : say("ops.grant")}
      kind="primary"
      reason={say("ops.reasonTold")}
      run={(reason) =>
        store().request<Granted>({ method: "POST", path, body: { amount, reason }, once: true }, { idempotencyKey })
      }
      close={close}
      done={(answer) => {
        close()
        granted(say("ops.grantDone", { name, amount: dof(answer.amount), treasury: dof(answer.treasury) }))
      }}
    >
      {(wrong) => (
        <>
          <Field label={say("ops.amount")} error={wrong.amount}>
            {(of) => (
              <Input
                {...of}
                name="amount"
                inputMode="numeric"
                required
                autocomplete="off"
                value={typed}
                onInput={({ currentTarget }) => {
                  setTyped(currentTarget.value)
                  setKey(newWish())
                }}
              />
            )}
          </Field>
          <dl class="divide-y divide-line rounded-lg border border-line px-4">
            <Line label={say("ops.grantGets", { name })} amount={amount} worth />
            {data && <Line label={say("ops.grantHas")} amount={data.balance} />}
            {data && amount <= data.balance && <Line label={say("ops.grantLeft")} amount={data.balance - amount} />}
          </dl>
          {data && amount > data.balance && (
            <p role="alert" class="text-loss">
              {say("ops.grantLacks", { amount: dof(amount - data.balance) })}
            </p>
          )}
        </>
      )}
    </ActDialog>
  )
}

function Line({ label, amount, worth }: { label: string; amount: number; worth?: boolean }) {
  return (
    <div class="flex flex-wrap justify-between gap-x-4 py-2">
      <dt class="text-soft wrap-anywhere">{label}</dt>
      <dd class="ms-auto text-end">
        <Dof amount={amount} />
        {worth && amount > 0 && (
          <span class="ms-2 text-sm">
            <Worth dof={amount} />
          </span>
        )}
      </dd>
    </div>
  )
}
