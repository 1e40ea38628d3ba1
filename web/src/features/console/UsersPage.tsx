import { Link } from "wouter-preact"
import { useSay } from "../../app/text"
import { useMoment } from "../../ui/moment"
import { Finder, Listed, useList, useParam } from "./list"
import { Mark } from "./Mark"
import { Operators } from "./Operators"
import type { UserAccount } from "./types"

/** Everybody who has an account. */
export function Page() {
  return (
    <Operators title="ops.users">
      <Users />
    </Operators>
  )
}

function Users() {
  const say = useSay()
  const [q, find] = useParam("q")
  const list = useList<UserAccount>("/admin/users", { q: q || undefined })
  return (
    <>
      <Finder label={say("ops.userFind")} hint={say("ops.userFindHint")} value={q} find={find} />
      <Listed
        list={list}
        keyOf={({ id }) => id}
        row={(user) => <Row user={user} />}
        empty={q ? say("ops.userNone", { q }) : say("ops.usersNone")}
      />
    </>
  )
}

function Row({ user }: { user: UserAccount }) {
  const say = useSay()
  const moment = useMoment()
  return (
    <div class="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-2 wrap-anywhere">
      <div class="min-w-0">
        <Link
          href={`/console/users/${encodeURIComponent(user.id)}`}
          class="font-medium text-accent after:absolute after:-inset-4"
        >
          {user.displayName}
        </Link>
        <p>{user.email ?? user.issuer}</p>
        <p class="text-sm text-soft">{say("ops.userSince", { at: moment(user.createdAt) })}</p>
      </div>
      <UserMarks user={user} />
    </div>
  )
}

/** What there is to know of an account at a glance. */
export function UserMarks({ user }: { user: UserAccount }) {
  const say = useSay()
  return (
    <span class="flex flex-wrap gap-2 empty:hidden">
      {user.suspension && <Mark tone="bad">{say("ops.suspended")}</Mark>}
      {user.role === "admin" && <Mark tone="good">{say("ops.operator")}</Mark>}
      {user.issuer && <Mark tone="plain">{say("ops.studioPlayer")}</Mark>}
      {user.email && !user.emailVerified && <Mark tone="plain">{say("ops.unverified")}</Mark>}
    </span>
  )
}
