import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Fact } from "../../ui/Fact"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { useMoment } from "../../ui/moment"
import { When } from "../../ui/When"
import { ActDialog } from "./ActDialog"
import { books } from "./books"
import { GrantDialog } from "./GrantDialog"
import { Operators } from "./Operators"
import { fromField } from "./time"
import type { Suspension, UserAccount } from "./types"
import { UserMarks } from "./UsersPage"

/** One user: who it is, what they have, and what an operator can do about it. */
export function Page({ id = "" }) {
  const { data: user } = useQuery({ ...userOf(id), enabled: false })
  return (
    <Operators title="ops.user" name={user?.displayName}>
      <UserView id={id} />
    </Operators>
  )
}

function pathOf(id: string): string {
  return `/admin/users/${encodeURIComponent(id)}`
}

function userOf(id: string) {
  return {
    queryKey: ["console", "user", id],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      store().request<UserAccount>({ method: "GET", path: pathOf(id) }, { signal }),
  }
}

function UserView({ id }: { id: string }) {
  const { data: user, error, refetch } = useQuery(userOf(id))
  if (error && !user) return <Problem error={error} again={refetch} />
  return user ? <User user={user} /> : <Skeleton class="h-96" />
}

function User({ user }: { user: UserAccount }) {
  const say = useSay()
  const to = encodeURIComponent(user.id)
  return (
    <div class="grid max-w-3xl min-w-0 gap-6">
      <UserMarks user={user} />
      {user.suspension && <Kept suspension={user.suspension} />}
      <dl class="grid gap-4 rounded-lg border border-line bg-raised p-4 wrap-anywhere sm:grid-cols-2">
        <Fact label={say("ops.userId")}>{user.id}</Fact>
        <Fact label={say("ops.email")}>{user.email ?? "–"}</Fact>
        <Fact label={say("ops.opened")}>
          <When at={user.createdAt} />
        </Fact>
        {user.issuer && <Fact label={say("ops.issuer")}>{user.issuer}</Fact>}
      </dl>
      <Holdings of={user.id} />
      <Acts user={user} />
      <nav aria-label={say("ops.userMore")} class="flex flex-wrap gap-x-6">
        <Way to={`/console/listings?ownerId=${to}`}>{say("ops.userListings")}</Way>
        <Way to={`/console/books?user=${to}`}>{say("ops.userBooks")}</Way>
        <Way to={`/console/audit?subject=${to}`}>{say("ops.userAudit")}</Way>
      </nav>
    </div>
  )
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <Link href={to} class="press inline-flex items-center text-accent underline">
      {children}
    </Link>
  )
}

function Kept({ suspension: { reason, by, at, until } }: { suspension: Suspension }) {
  const say = useSay()
  const moment = useMoment()
  return (
    <section class="grid gap-1 rounded-lg border border-loss p-4 wrap-anywhere">
      <p class="font-medium">{until ? say("ops.keptUntil", { until: moment(until) }) : say("ops.kept")}</p>
      <p class="whitespace-pre-line">{reason}</p>
      <p class="text-sm text-soft">{say("ops.keptBy", { by, at: moment(at) })}</p>
    </section>
  )
}

/** What the user has, by the books. */
function Holdings({ of }: { of: string }) {
  const say = useSay()
  const { data, error, refetch } = useQuery(books(of))
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Skeleton class="h-20" />
  const has = (kind: string) =>
    data.accounts
      .filter(({ account, asset }) => asset === "DOF" && account.startsWith(`${kind}:`))
      .reduce((sum, { balance }) => sum + balance, 0)
  return (
    <dl class="grid gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-3">
      {(["wallet", "held", "earnings"] as const).map((kind) => (
        <Fact key={kind} label={say(`ops.has.${kind}`)}>
          <span class="block font-display text-lg font-semibold">
            <Dof amount={has(kind)} />
          </span>
          {has(kind) > 0 && (
            <span class="text-sm">
              <Worth dof={has(kind)} />
            </span>
          )}
        </Fact>
      ))}
    </dl>
  )
}

type Act = "suspend" | "restore" | "grant"

function Acts({ user }: { user: UserAccount }) {
  const say = useSay()
  const [act, setAct] = useState<Act>()
  const [told, setTold] = useState("")
  const close = () => setAct(undefined)
  const done = (what: string) => () => {
    close()
    setTold(what)
  }
  const name = user.displayName
  const post = (what: Act, body: object) =>
    store().request<UserAccount>({ method: "POST", path: `${pathOf(user.id)}/${what}`, body })
  return (
    <section aria-label={say("ops.userActs")} class="grid gap-3">
      <div class="flex flex-wrap gap-3">
        <Button onClick={() => setAct("grant")}>{say("ops.grant")}</Button>
        {user.suspension ? (
          <Button kind="primary" onClick={() => setAct("restore")}>
            {say("ops.restore")}
          </Button>
        ) : (
          // An operator's account is the configuration's.
          user.role !== "admin" && (
            <Button kind="danger" onClick={() => setAct("suspend")}>
              {say("ops.suspend")}
            </Button>
          )
        )}
      </div>
      <p role="status" class="text-good empty:hidden">
        {told}
      </p>
      {act === "suspend" && (
        <ActDialog
          title={say("ops.suspendAsk", { name })}
          what={say("ops.suspendEnds")}
          act={say("ops.suspendDo", { name })}
          reason={say("ops.reasonTold")}
          run={(reason, typed) => post("suspend", { reason, until: fromField(typed.get("until")) })}
          close={close}
          done={done(say("ops.suspendDone", { name }))}
        >
          {(wrong) => (
            <Field label={say("ops.until")} hint={say("ops.untilHint")} error={wrong.until}>
              {(of) => <Input {...of} name="until" type="datetime-local" />}
            </Field>
          )}
        </ActDialog>
      )}
      {act === "restore" && (
        <ActDialog
          title={say("ops.restoreAsk", { name })}
          what={say("ops.restoreEnds")}
          act={say("ops.restoreDo", { name })}
          kind="primary"
          reason={say("ops.reasonKept")}
          run={(reason) => post("restore", { reason })}
          close={close}
          done={done(say("ops.restoreDone", { name }))}
        />
      )}
      {act === "grant" && <GrantDialog user={user} close={close} granted={setTold} />}
    </section>
  )
}
