import type { ApiKey } from "@jiga/store"
import type { ComponentChildren } from "preact"
import { useSay } from "../../app/text"
import { Worth } from "../../parts/Worth"
import { useDof } from "../../ui/Amount"
import { Fact } from "../../ui/Fact"
import { When } from "../../ui/When"
import { BUDGETS } from "./draft"

/** What may be seen of a key's text. */
export function KeyName({ of }: { of: Pick<ApiKey, "prefix" | "lastFour"> }) {
  return (
    <code dir="ltr" class="text-sm break-all">
      {of.prefix}…{of.lastFour}
    </code>
  )
}

/** Its kind and its mode; live is what costs. */
export function KeyMarks({ of }: { of: ApiKey }) {
  const say = useSay()
  return (
    <span class="flex flex-wrap gap-2 text-sm">
      <Mark>{say(of.kind === "secret" ? "dev.kind.secret" : "dev.kind.publishable")}</Mark>
      <Mark warns={of.mode === "live"}>{say(of.mode === "live" ? "dev.mode.live" : "dev.mode.test")}</Mark>
      {isOver(of) && <Mark warns>{say("dev.ended")}</Mark>}
    </span>
  )
}

function Mark({ warns, children }: { warns?: boolean; children: ComponentChildren }) {
  return (
    <span class={`rounded-md border px-2 ${warns ? "border-warn text-warn" : "border-line text-soft"}`}>
      {children}
    </span>
  )
}

function isOver({ expiresAt }: ApiKey): boolean {
  return expiresAt != null && Date.parse(expiresAt) <= Date.now()
}

/** What a key may do, and when it did. */
export function KeyFacts({ of }: { of: ApiKey }) {
  const say = useSay()
  const dof = useDof()
  const limits = BUDGETS.flatMap((budget) => {
    const amount = of.budgets?.[budget]
    return amount == null ? [] : [{ budget, amount }]
  })
  return (
    <dl class="grid grid-cols-2 gap-4">
      <Fact label={say("dev.lastUsed")}>{of.lastUsedAt ? <When at={of.lastUsedAt} /> : say("dev.notYet")}</Fact>
      <Fact label={say("dev.created")}>
        <When at={of.createdAt} />
      </Fact>
      <Fact label={say("dev.endsAt")}>{of.expiresAt ? <When at={of.expiresAt} /> : say("dev.never")}</Fact>
      {of.previousUntil && Date.parse(of.previousUntil) > Date.now() && (
        <Fact label={say("dev.previous")}>
          <When at={of.previousUntil} />
        </Fact>
      )}
      {of.kind === "secret" ? (
        <>
          <Fact label={say("dev.scopes")}>
            <ul class="flex flex-wrap gap-x-3">
              {of.scopes.map((scope) => (
                <li key={scope}>
                  <code class="text-xs">{scope}</code>
                </li>
              ))}
            </ul>
          </Fact>
          <Fact label={say("dev.budgets")}>
            {limits.length === 0 && say("dev.noBudget")}
            <ul>
              {limits.map(({ budget, amount }) => (
                <li key={budget}>
                  {say(`dev.budgetOf.${budget}`, {
                    amount: `${dof(amount)} ${of.mode === "live" ? "DOF" : "DOF_TEST"}`,
                  })}{" "}
                  {of.mode === "live" && <Worth dof={amount} />}
                </li>
              ))}
            </ul>
          </Fact>
        </>
      ) : (
        <Fact label={say("dev.origins")}>
          <Lines of={of.allowedOrigins} none={say("dev.anyPage")} />
        </Fact>
      )}
      <Fact label={say("dev.addresses")}>
        <Lines of={of.allowedAddresses} none={say("dev.anywhere")} />
      </Fact>
    </dl>
  )
}

function Lines({ of, none }: { of: readonly string[]; none: string }) {
  if (of.length === 0) return none
  return (
    <ul>
      {of.map((line) => (
        <li key={line} class="break-all">
          {line}
        </li>
      ))}
    </ul>
  )
}
