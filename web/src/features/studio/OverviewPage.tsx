import type { OwnAgent } from "@jiga/store"
import { useInfiniteQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Problem } from "../../parts/Problem"
import type { Fees } from "../../parts/rules"
import { Button, LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { AgentRow } from "./AgentRow"
import { Earned } from "./Earned"
import { Ruled } from "./Ruled"
import { useShares } from "./shares"

/** An agent as a list of one's own tells it. */
export type ListedAgent = Omit<OwnAgent, "configuration" | "modelConfig" | "version">

interface AgentsPage {
  items: ListedAgent[]
  nextCursor?: string | null
}

/** What one earned, which agents one has, and what each of them needs now. */
export function Page() {
  const say = useSay()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["studio", "agents"],
    queryFn: ({ pageParam, signal }) =>
      store().request<AgentsPage>(
        { method: "GET", path: "/agents", query: { limit: 20, cursor: pageParam } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  useTitle(say("studio.title"))

  if (error && !data) {
    return (
      <>
        <h1 class="text-xl">{say("studio.title")}</h1>
        <Problem error={error} again={refetch} />
      </>
    )
  }
  const agents = data?.pages.flatMap(({ items }) => items)
  return (
    <div class="grid gap-6">
      <header class="flex flex-wrap items-center justify-between gap-4">
        <h1 class="text-xl">{say("studio.title")}</h1>
        {agents && agents.length > 0 && (
          <div class="flex flex-wrap gap-2 max-sm:w-full max-sm:flex-col">
            <LinkButton to="/studio/derive">{say("studio.derive")}</LinkButton>
            <LinkButton to="/studio/new" kind="primary">
              {say("studio.create")}
            </LinkButton>
          </div>
        )}
      </header>
      {agents?.length === 0 ? <Beginning /> : <Earned />}
      {!agents && <Waiting />}
      {agents && agents.length > 0 && (
        <section aria-labelledby="agents" class="grid gap-3">
          <h2 id="agents" class="text-lg">
            {say("studio.agents")}
          </h2>
          <ul class="grid gap-3">
            {agents.map((agent) => (
              <li key={agent.id}>
                <AgentRow agent={agent} />
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <div class="text-center">
              <Button onClick={() => fetchNextPage()} disabled={isFetchingNextPage}>
                {say("state.more")}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  )
}

/** No agent yet: the two ways to one, and what each takes. */
function Beginning() {
  const say = useSay()
  return (
    <section class="grid gap-4">
      <Ruled size="h-24 sm:h-12">{({ fees }) => <None fees={fees} />}</Ruled>
      <ul class="grid gap-4 md:grid-cols-2">
        <li class="flex flex-col gap-3 rounded-lg border border-line bg-raised p-6">
          <h2 class="text-lg">{say("studio.deriveTitle")}</h2>
          <p class="flex-1 text-soft">{say("studio.deriveHint")}</p>
          <LinkButton to="/studio/derive">{say("studio.derive")}</LinkButton>
        </li>
        <li class="flex flex-col gap-3 rounded-lg border border-line bg-raised p-6">
          <h2 class="text-lg">{say("studio.createTitle")}</h2>
          <p class="flex-1 text-soft">{say("studio.createHint")}</p>
          <LinkButton to="/studio/new" kind="primary">
            {say("studio.create")}
          </LinkButton>
        </li>
      </ul>
    </section>
  )
}

function None({ fees }: { fees: Fees }) {
  const say = useSay()
  // Of a variant it is the least.
  const { yours } = useShares(fees, true)
  return <p class="max-w-prose text-soft">{say("studio.none", { yours })}</p>
}

function Waiting() {
  return (
    <div class="grid gap-3">
      <Skeleton class="h-8 w-40" />
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} class="h-28" />
      ))}
    </div>
  )
}
