import { NotFoundError } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { Link, useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { useSay, useWord } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Avatar } from "../../ui/Avatar"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"
import { AgentView } from "./AgentView"
import { Operators } from "./Operators"

const SHOWN = 20

/** What is known of an agent that was found. */
interface Found {
  id: string
  name: string
  rank: string
  type: string
}

/** Which agents are Trained Specialists. Which is looked at stands in the address. */
export function Page() {
  const [params] = useSearchParams()
  const id = params.get("agent")
  return <Operators title="ops.agents">{id ? <AgentView key={id} id={id} /> : <Search />}</Operators>
}

function Search() {
  const say = useSay()
  const word = useWord()
  const [params, setParams] = useSearchParams()
  const q = params.get("q") ?? ""
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["console", "agents", q],
    queryFn: ({ signal }) => find(q, signal),
    enabled: q !== "",
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get("q") ?? "").trim()
    setParams(typed ? { q: typed } : {})
  }
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.agentsLead")}</p>
      <form
        key={q}
        role="search"
        aria-label={say("ops.find")}
        onSubmit={submit}
        class="flex max-w-2xl flex-wrap items-end gap-3"
      >
        <div class="min-w-60 flex-1">
          <Field label={say("ops.find")} hint={say("ops.findHint")}>
            {(of) => <Input {...of} name="q" type="search" defaultValue={q} autocomplete="off" spellcheck={false} />}
          </Field>
        </div>
        <span class="mb-6">
          <Button type="submit" kind="primary">
            {say("ops.findDo")}
          </Button>
        </span>
      </form>
      {error && <Problem error={error} again={refetch} />}
      {isFetching && !data && <Skeleton class="h-40" />}
      <p role="status" class="text-soft">
        {data && say("ops.found", { count: data.length })}
      </p>
      <ul class="grid max-w-3xl">
        {data?.map((agent) => (
          <li key={agent.id} class="relative flex items-center gap-3 border-b border-line py-3">
            <Avatar face={agent} size={40} />
            <div class="min-w-0 flex-1">
              <Link
                href={`/console/agents?agent=${encodeURIComponent(agent.id)}`}
                class=" text-accent after:absolute after:inset-0"
              >
                {agent.name}
              </Link>
              <p class="break-all text-sm text-soft">{agent.id}</p>
            </div>
            <span class="text-sm text-soft">{word("agent.type", agent.type)}</span>
            <RankBadge rank={agent.rank} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the marketplace finds, and before it the agent that has what was typed as its id, published or not. */
async function find(q: string, signal: AbortSignal): Promise<Found[]> {
  const [named, listed] = await Promise.all([
    /^[\w.-]+$/.test(q) ? byId(q, signal) : undefined,
    store().marketplace.search({ q, limit: SHOWN }, { signal }).page(),
  ])
  const found = listed.items.map(({ agentId, agent }) => ({
    id: agentId,
    name: agent.name,
    rank: agent.rank,
    type: agent.type,
  }))
  return named ? [named, ...found.filter(({ id }) => id !== named.id)] : found
}

async function byId(id: string, signal: AbortSignal): Promise<Found | undefined> {
  try {
    return await store().agents.get(id, {}, { signal })
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}
