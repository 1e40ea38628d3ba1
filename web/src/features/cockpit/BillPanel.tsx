import type { Bill } from "@jiga/store"
import { useSay } from "../../app/text"
import { endMessage } from "../../parts/sessions"
import { Worth } from "../../parts/Worth"
import { Dof } from "../../ui/Amount"
import { LinkButton } from "../../ui/Button"
import { Meter } from "../../ui/Meter"

interface BillPanelProps {
  id: string
  name: string
  reason: string
  bill: Bill | undefined
}

/** It is over: what it cost, what came back, and where the rest is. */
export function BillPanel({ id, name, reason, bill }: BillPanelProps) {
  const say = useSay()
  const held = bill ? bill.consumed + bill.released : 0
  return (
    <section role="status" class="grid gap-4 rounded-lg border border-line bg-raised p-4">
      <div>
        <h2 class="text-xl">{say("cockpit.over", { name })}</h2>
        <p class="text-soft">{say(endMessage(reason))}</p>
      </div>
      {bill && held === 0 && <p>{say("cockpit.billFree")}</p>}
      {bill && held > 0 && (
        <div class="flex flex-wrap items-center gap-6">
          <Meter consumed={bill.consumed} allocated={held} size={96} />
          <dl class="grid gap-2">
            <div>
              <dt class="text-sm text-soft">{say("cockpit.billUsed")}</dt>
              <dd>
                <span class="font-display text-xl font-semibold">
                  <Dof amount={bill.consumed} />
                </span>{" "}
                <Worth dof={bill.consumed} />
              </dd>
            </div>
            <div>
              <dt class="text-sm text-soft">{say("cockpit.billBack")}</dt>
              <dd>
                <Dof amount={bill.released} />
              </dd>
            </div>
          </dl>
        </div>
      )}
      <div class="flex flex-wrap gap-3">
        <LinkButton to={`/sessions/${id}`} kind="primary">
          {say("cockpit.receipt")}
        </LinkButton>
        {bill && bill.consumed > 0 && <LinkButton to={`/sessions/${id}#review`}>{say("cockpit.review")}</LinkButton>}
      </div>
    </section>
  )
}
