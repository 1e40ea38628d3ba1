import { useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay, useWord } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Skeleton } from "../../ui/Loading"

const ALL = 100

interface Earned {
  id: string
  game: string
  agentId: string
  agentName: string
  modes: string[]
  earnedBy: string
}
interface Badge {
  id: string
  game: string
  requirements: { mode: string; hours: number }[]
}

/** The badges that one's agents hold, and what each one takes. */
export function Badges() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["badges", "earned"],
    queryFn: ({ signal }) =>
      store().request<{ items: Earned[] }>(
        { method: "GET", path: "/badges/earned", query: { limit: ALL } },
        { signal },
      ),
  })
  return (
    <section aria-labelledby="badges" class="grid gap-3">
      <h2 id="badges" class="text-lg">
        {say("badge.title")}
      </h2>
      {error && !data && <Problem error={error} again={refetch} />}
      {!error && !data && <Skeleton class="h-20" />}
      {data?.items.length === 0 && (
        <div>
          <p>{say("badge.none")}</p>
          <p class="text-sm text-soft">{say("badge.noneHint")}</p>
        </div>
      )}
      <ul class="grid gap-3">
        {data?.items.map((badge) => (
          <li key={`${badge.id} ${badge.agentId}`}>
            <Held badge={badge} />
          </li>
        ))}
      </ul>
      <Requirements />
    </section>
  )
}

function Held({ badge: { game, agentId, agentName, modes, earnedBy } }: { badge: Earned }) {
  const word = useWord()
  return (
    <article class="relative rounded-lg border border-gold bg-raised p-4 wrap-anywhere">
      <h3 class="text-lg">
        {game} · {modes.join(", ")}
      </h3>
      <p class="text-sm text-soft">
        <Link href={`/studio/agents/${encodeURIComponent(agentId)}`} class="text-accent after:absolute after:inset-0">
          {agentName}
        </Link>
        {` · ${word("badge", earnedBy)}`}
      </p>
    </article>
  )
}

function Requirements() {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ["badges", "all"],
    queryFn: ({ signal }) =>
      store().request<{ items: Badge[] }>({ method: "GET", path: "/badges", query: { limit: ALL } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return null
  return (
    <details class="rounded-lg border border-line bg-raised px-4">
      <summary class="press cursor-pointer py-2.5">{say("badge.all")}</summary>
      <dl class="grid gap-3 pb-4">
        {data.items.map(({ id, game, requirements }) => (
          <div key={id}>
            <dt class="font-medium">{game}</dt>
            {requirements.map(({ mode, hours }) => (
              <dd key={mode} class="flex justify-between gap-4 text-sm text-soft">
                <span>{mode}</span>
                <span class="figures">{say("badge.hours", { hours })}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  )
}
