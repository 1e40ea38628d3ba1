import type { Session } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { Redirect } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { usePartner } from "../../parts/agents"
import { Problem } from "../../parts/Problem"
import { LinkButton } from "../../ui/Button"
import { Loading } from "../../ui/Loading"
import { useRead } from "./Feed"
import { FEED, SHARED, type Shared, shared } from "./shared"

/** Events that another app shared: to the session that runs, or to one of several. */
export function Page() {
  const say = useSay()
  const { data } = useQuery({ queryKey: [SHARED], queryFn: shared, staleTime: 0, gcTime: 0 })
  useTitle(say("cockpit.share"))
  return (
    <div class="mx-auto grid max-w-2xl grid-cols-1 gap-4">
      <h1 class="text-xl">{say("cockpit.share")}</h1>
      {data === undefined ? (
        <Loading />
      ) : data === null ? (
        <Nothing why={say("cockpit.shareNothing")} />
      ) : (
        <For of={data} />
      )}
    </div>
  )
}

function For({ of }: { of: Shared }) {
  const say = useSay()
  const { moments, wrong } = useRead()(of.text)
  const { data, error, refetch } = useQuery({
    queryKey: ["sessions", "live"],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        (["active", "paused"] as const).map((status) =>
          store().sessions.list({ status, limit: 20 }, { signal }).page(),
        ),
      )
      return pages.flatMap(({ items }) => items)
    },
    staleTime: 0,
  })
  if (wrong !== undefined) return <Nothing why={`${of.title} ${wrong}`} isWrong />
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Loading />
  const [only, another] = data
  if (!only) return <Nothing why={say("cockpit.shareNoSession")} find />
  if (!another) return <Redirect to={cockpit(only.id)} replace />
  return (
    <>
      <p class="text-soft">{say("cockpit.shareWho", { title: of.title, count: moments.length })}</p>
      <ul class="grid grid-cols-1 gap-3">
        {data.map((session) => (
          <li key={session.id}>
            <Choice session={session} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Choice({ session }: { session: Session }) {
  const say = useSay()
  const { name = session.agentId } = usePartner(session)
  return (
    <LinkButton to={cockpit(session.id)} wide>
      {say("cockpit.sharePlay", { name })}
    </LinkButton>
  )
}

function cockpit(id: string): string {
  return `/sessions/${id}/live?${FEED}=${SHARED}`
}

/** Why nothing is played, and where to go on. */
function Nothing({ why, isWrong, find }: { why: string; isWrong?: boolean; find?: boolean }) {
  const say = useSay()
  return (
    <div class="grid justify-items-start gap-4">
      <p role={isWrong ? "alert" : undefined} class={isWrong ? "text-loss" : ""}>
        {why}
      </p>
      <LinkButton to={find ? "/search" : "/sessions"} kind="primary">
        {say(find ? "cockpit.shareFind" : "cockpit.toSessions")}
      </LinkButton>
    </div>
  )
}
