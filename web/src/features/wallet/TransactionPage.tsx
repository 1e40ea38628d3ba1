import type { Transaction } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { store } from "../../app/session"
import { type Say, useSay, useWord } from "../../app/text"
import { useTitle } from "../../app/title"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof } from "../../ui/Amount"
import { BackLink } from "../../ui/BackLink"
import { LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { useMoment } from "../../ui/moment"
import { Moved, nameOf, stateOf, useMoney } from "./movements"

/** One movement, and what it was about. */
export function Page({ id = "" }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["transactions", "one", id],
    queryFn: ({ signal }) => store().wallet.transaction(id, { signal }),
  })
  useTitle(data && nameOf(data, say))

  return (
    <div class="mx-auto grid max-w-2xl gap-6">
      <BackLink to="/wallet">{say("nav.wallet")}</BackLink>
      {error && !data ? (
        <>
          <h1 class="sr-only">{say("wallet.history")}</h1>
          <Problem error={error} again={refetch} />
        </>
      ) : data ? (
        <Movement transaction={data} />
      ) : (
        <Skeleton class="h-80" />
      )}
    </div>
  )
}

function Movement({ transaction }: { transaction: Transaction }) {
  const say = useSay()
  const word = useWord()
  const moment = useMoment()
  const money = useMoney()
  const {
    amount,
    status,
    createdAt,
    completedAt,
    fee,
    money: paid,
    note,
    counterpartyId,
    sessionId,
    agentId,
  } = transaction
  return (
    <article class="grid gap-6">
      <header class="grid gap-2">
        <h1 class="text-lg">{nameOf(transaction, say)}</h1>
        <p class="flex flex-wrap items-baseline gap-x-3 font-display text-xl font-semibold">
          <Moved transaction={transaction} />
          <span class="font-sans text-base font-normal">{amount > 0 && <Worth dof={amount} />}</span>
        </p>
        <p
          class={
            status === "completed"
              ? "text-good"
              : status === "failed"
                ? "text-loss"
                : status === "pending"
                  ? "text-warn"
                  : "text-soft"
          }
        >
          {stateOf(transaction, say)}
        </p>
      </header>
      {(sessionId || agentId) && (
        <p class="flex flex-wrap gap-3">
          {sessionId && (
            <LinkButton to={`/sessions/${encodeURIComponent(sessionId)}`}>{say("wallet.session")}</LinkButton>
          )}
          {agentId && <LinkButton to={`/agents/${encodeURIComponent(agentId)}`}>{say("wallet.agent")}</LinkButton>}
        </p>
      )}
      <dl class="divide-y divide-line rounded-lg border border-line bg-raised px-4">
        <Fact label={say("wallet.when")}>{moment(createdAt)}</Fact>
        {completedAt && completedAt !== createdAt && <Fact label={say("wallet.settled")}>{moment(completedAt)}</Fact>}
        {fee != null && (
          <Fact label={say("wallet.fee")}>
            <Dof amount={fee} />
          </Fact>
        )}
        {paid && (
          <Fact label={say("wallet.money")}>
            {say("wallet.moneyBy", {
              money: money(paid.amount, paid.currency),
              provider: word("wallet.paidBy", paid.provider),
            })}
          </Fact>
        )}
        {note && <Fact label={say("wallet.note")}>{note}</Fact>}
        {counterpartyId && <Fact label={say("wallet.with")}>{counterpartyId}</Fact>}
        <Fact label={say("wallet.id")}>{transaction.id}</Fact>
      </dl>
      <Split transaction={transaction} />
      <Entries transaction={transaction} />
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="flex flex-wrap justify-between gap-x-6 gap-y-1 py-3">
      <dt class="text-soft">{label}</dt>
      <dd class="ms-auto min-w-0 wrap-anywhere text-end figures">{children}</dd>
    </div>
  )
}

/** How a hire was divided. */
function Split({ transaction: { distribution } }: { transaction: Transaction }) {
  const say = useSay()
  if (!distribution) return null
  const shares = (["owner", "creator", "platform"] as const).filter((who) => distribution[who] > 0)
  if (shares.length === 0) return null
  return (
    <section aria-labelledby="split" class="grid gap-2">
      <h2 id="split" class="text-lg">
        {say("wallet.split")}
      </h2>
      <dl class="divide-y divide-line rounded-lg border border-line bg-raised px-4">
        {shares.map((who) => (
          <Fact key={who} label={say(`wallet.split.${who}`)}>
            <Dof amount={distribution[who]} />
          </Fact>
        ))}
      </dl>
    </section>
  )
}

/** What it did to each part of the wallet. */
function Entries({ transaction: { entries } }: { transaction: Transaction }) {
  const say = useSay()
  const dof = useDof()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="entries" class="grid gap-2">
      <h2 id="entries" class="text-lg">
        {say("wallet.entries")}
      </h2>
      <dl class="divide-y divide-line rounded-lg border border-line bg-raised px-4">
        {entries.map(({ account, amount }, index) => (
          <Fact key={index} label={partOf(account, say)}>
            {say(amount < 0 ? "wallet.out" : "wallet.in", { amount: dof(Math.abs(amount)) })}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function partOf(account: string, say: Say): string {
  switch (account) {
    case "wallet":
    case "held":
    case "earnings":
      return say(`wallet.entry.${account}`)
    default:
      return say("wallet.entry.other")
  }
}
