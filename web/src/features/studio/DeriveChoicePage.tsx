import type { PublicAgent } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay, useWord } from "../../app/text"
import { useTitle } from "../../app/title"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { Dof, useNumber } from "../../ui/Amount"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"
import { BackToAll } from "./BackToAll"
import { Ruled } from "./Ruled"

/** Which of the platform's agents a variant is derived of. */
export function Page() {
  const say = useSay()
  const number = useNumber()
  const { data, error, refetch } = useQuery({
    queryKey: ["studio", "system"],
    queryFn: ({ signal }) => store().agents.system({ limit: 100 }, { signal }).page(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useTitle(say("studio.derive"))

  if (error) {
    return (
      <>
        <BackToAll />
        <h1 class="sr-only">{say("studio.deriveOfWhich")}</h1>
        <Problem error={error} again={refetch} />
      </>
    )
  }
  return (
    <div class="grid gap-6">
      <header class="grid gap-2">
        <BackToAll />
        <h1 class="text-xl">{say("studio.deriveOfWhich")}</h1>
        <Ruled size="h-18 sm:h-12">
          {({ prices }) => (
            <p class="max-w-prose text-soft">
              {say("studio.deriveAbout", { percent: number(prices.variantPercent / 100, { style: "percent" }) })}
            </p>
          )}
        </Ruled>
      </header>
      <ul class="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {data
          ? data.items.map((agent) => (
              <li key={agent.id}>
                <Parent agent={agent} />
              </li>
            ))
          : Array.from({ length: 9 }, (_, index) => (
              <li key={index}>
                <Skeleton class="h-44" />
              </li>
            ))}
      </ul>
    </div>
  )
}

function Parent({ agent }: { agent: PublicAgent }) {
  const say = useSay()
  const word = useWord()
  return (
    <article class="relative flex h-full flex-col gap-3 rounded-lg border border-line bg-raised p-4 transition hover:border-accent">
      <header class="flex items-start gap-3">
        <Portrait face={agent} imageUrl={agent.imageUrl} size={56} />
        <div class="min-w-0">
          <p class="flex items-center gap-2 text-sm text-soft">
            <RankBadge rank={agent.rank} /> {word("agent.type", agent.type)}
          </p>
          <h2 class="mt-1 text-lg">
            <Link href={`/studio/derive/${agent.id}`} class="after:absolute after:inset-0 after:rounded-lg">
              {agent.name}
            </Link>
          </h2>
        </div>
      </header>
      <p class="line-clamp-3 text-sm text-soft">{agent.description}</p>
      <p class="mt-auto text-sm">
        {say("studio.parentRuns")} <Dof amount={agent.baseRate} perHour />
      </p>
    </article>
  )
}
