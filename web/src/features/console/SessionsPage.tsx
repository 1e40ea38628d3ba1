import type { Session } from "@jiga/store"
import { useState } from "preact/hooks"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useKnows, useSay, useWord } from "../../app/text"
import { usePartner } from "../../parts/agents"
import { Portrait } from "../../parts/Portrait"
import { Dof, useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Fact } from "../../ui/Fact"
import { Field, Select } from "../../ui/Field"
import { When } from "../../ui/When"
import { ActDialog } from "./ActDialog"
import { Listed, useList, useParam } from "./list"
import { Mark } from "./Mark"
import { Operators } from "./Operators"
import { SESSION_STATES } from "./words"

/** What the API shows when nothing is named. */
const USUAL = "active"
/** Of these there is something to end. */
const RUNNING: readonly string[] = ["active", "paused"]
/** How often a list of what runs is asked for anew, while somebody looks. */
const EVERY = 10_000

/** Everybody's sessions. Nothing of what was said in them is here. */
export function Page() {
  return (
    <Operators title="ops.sessions">
      <Sessions />
    </Operators>
  )
}

function Sessions() {
  const say = useSay()
  const [told, setTold] = useState("")
  const [chosen, choose] = useParam("status")
  const status = SESSION_STATES.find((state) => state === chosen) ?? USUAL
  const list = useList<Session>("/admin/sessions", { status }, 50, RUNNING.includes(status) ? EVERY : undefined)
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.sessionsLead")}</p>
      <div class="max-w-xs">
        <Field label={say("ops.state")}>
          {(of) => (
            <Select
              {...of}
              value={status}
              onChange={({ currentTarget: { value } }) => choose(value === USUAL ? "" : value)}
            >
              {SESSION_STATES.map((state) => (
                <option key={state} value={state}>
                  {say(`session.state.${state}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p role="status" class="text-good empty:hidden">
        {told}
      </p>
      <Listed
        list={list}
        keyOf={({ id }) => id}
        row={(session) => <Row session={session} tell={setTold} />}
        empty={say("ops.sessionsNone")}
      />
    </>
  )
}

function Row({ session, tell }: { session: Session; tell: (what: string) => void }) {
  const say = useSay()
  const knows = useKnows()
  const word = useWord()
  const dof = useDof()
  const [asked, setAsked] = useState(false)
  const { name: agent = session.agentId, face, imageUrl } = usePartner(session)
  const { id, agentId, userId, status, type, createdAt, dof: amounts } = session
  const runs = RUNNING.includes(status)
  return (
    <article class="grid gap-3 wrap-anywhere">
      <header class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div class="flex min-w-0 items-center gap-3">
          <Portrait face={face} imageUrl={imageUrl} size={40} />
          <div class="min-w-0">
            <h2 class="text-lg">
              <Link
                href={`/console/agents?agent=${encodeURIComponent(agentId)}`}
                class="inline-flex min-h-8 items-center text-accent underline"
              >
                {agent}
              </Link>
            </h2>
            <p class="text-xs text-soft">{id}</p>
          </div>
        </div>
        <span class="flex flex-wrap gap-2">
          {type !== "hired" && <Mark tone="plain">{say(type === "trial" ? "session.type.trial" : "ops.owned")}</Mark>}
          <Mark tone={runs ? "good" : "plain"}>{word("session.state", session.status)}</Mark>
        </span>
      </header>
      <dl class="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Fact label={say("ops.player")}>
          <Link href={`/console/users/${encodeURIComponent(userId)}`} class="inline-block py-1 text-accent underline">
            {userId}
          </Link>
        </Fact>
        <Fact label={say("ops.begun")}>
          <When at={session.startedAt ?? createdAt} />
        </Fact>
        <Fact label={say("ops.consumed")}>
          {say("ops.consumedOf", { consumed: dof(amounts.consumed), allocated: dof(amounts.allocated) })}
        </Fact>
        <Fact label={say("ops.rate")}>
          <Dof amount={amounts.rate} perHour />
        </Fact>
      </dl>
      {session.endedAt && (
        <p class="text-sm text-soft">
          {say("ops.ended")} <When at={session.endedAt} />
          {session.endReason && ` · ${why(session.endReason)}`}
        </p>
      )}
      {runs && (
        <div>
          <Button kind="danger" onClick={() => setAsked(true)}>
            {say("ops.endIt")}
            <span class="sr-only">: {id}</span>
          </Button>
        </div>
      )}
      {asked && (
        <ActDialog
          title={say("ops.endAsk")}
          what={say("ops.endEnds", { agent, amount: dof(amounts.consumed) })}
          act={say("ops.endDo", { amount: dof(amounts.remaining) })}
          reason={say("ops.reasonPlayer")}
          run={(reason) =>
            store().request<Session>({
              method: "POST",
              path: `/admin/sessions/${encodeURIComponent(id)}/end`,
              body: { reason },
            })
          }
          close={() => setAsked(false)}
          done={({ dof: { consumed } }) => {
            setAsked(false)
            tell(say("ops.endDone", { agent, amount: dof(consumed) }))
          }}
        />
      )}
    </article>
  )

  /** In words, or as a newer store says it. */
  function why(reason: string): string {
    const id = `ops.end.${reason}`
    return knows(id) ? say(id) : reason
  }
}
