import { useQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useKnows, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { useDof, useNumber } from "../../ui/Amount"
import { Icon } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"
import { Badges } from "./Badges"
import { Sheet } from "./Sheet"

const ALL = 100

interface Achievement {
  id: string
  title: string
  description: string
  unit: string
  progress: number
  target: number
  achieved: boolean
}

/** How far one has come, and the badges that one's agents hold. */
export function Page() {
  const say = useSay()
  return (
    <Sheet title={say("award.title")}>
      <Achievements />
      <Badges />
    </Sheet>
  )
}

function Achievements() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["achievements"],
    queryFn: ({ signal }) =>
      store().request<{ items: Achievement[] }>(
        { method: "GET", path: "/achievements", query: { limit: ALL } },
        { signal },
      ),
  })
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Skeleton class="h-dvh" />
  const achieved = data.items.filter((item) => item.achieved).length
  return (
    <div class="grid gap-3">
      <p class="text-soft">{say("award.count", { achieved, count: data.items.length })}</p>
      <ul class="grid gap-3">
        {data.items.map((achievement) => (
          <li key={achievement.id}>
            <Progress achievement={achievement} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Progress({ achievement }: { achievement: Achievement }) {
  const say = useSay()
  const { achieved, progress, target } = achievement
  const far = useFar()(achievement)
  const [title, how] = useWords()(achievement)
  return (
    <article
      class={`grid gap-2 rounded-lg border bg-raised p-4 ${achieved ? "border-accent" : "border-line"}`}
      aria-label={title}
    >
      <header class="flex items-start justify-between gap-3">
        <h2 class="text-lg">{title}</h2>
        {achieved && (
          <span class="inline-flex items-center gap-1 text-sm text-accent">
            <Icon name="check" />
            {say("award.achieved")}
          </span>
        )}
      </header>
      <p class="text-sm text-soft">{how}</p>
      {!achieved && (
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" height="8" class="min-w-0 flex-1" aria-hidden="true">
            <rect width="100" height="4" fill="var(--line)" />
            <rect width={Math.min(100, (progress / target) * 100)} height="4" fill="var(--accent)" />
          </svg>
          <span class="text-sm figures">{far}</span>
        </div>
      )}
    </article>
  )
}

/** What it is called and how one comes by it; as the store says it where it knows more than this page. */
function useWords(): (achievement: Achievement) => [title: string, how: string] {
  const say = useSay()
  const knows = useKnows()
  return ({ id, title, description }) => {
    const name = `award.${id}`
    const how = `award.${id}.how`
    return knows(name) && knows(how) ? [say(name), say(how)] : [title, description]
  }
}

function useFar(): (achievement: Achievement) => string {
  const say = useSay()
  const knows = useKnows()
  const dof = useDof()
  const number = useNumber()
  return ({ unit, progress, target }) => {
    if (unit === "DOF") return say("award.DOF", { progress: dof(progress), amount: dof(target) })
    const id = `award.${unit}`
    return knows(id) ? say(id, { progress: number(progress), target }) : `${progress} / ${target}`
  }
}
