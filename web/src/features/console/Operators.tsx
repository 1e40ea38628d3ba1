import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useEffect } from "preact/hooks"
import { Link, useLocation } from "wouter-preact"
import type { MessageId } from "../../app/messages"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Forbidden, Problem } from "../../parts/Problem"
import { Loading } from "../../ui/Loading"

const PLACES: readonly { to: string; label: MessageId }[] = [
  { to: "/console", label: "ops.overview" },
  { to: "/console/parked", label: "ops.parked" },
  { to: "/console/books", label: "ops.books" },
  { to: "/console/audit", label: "ops.audit" },
  { to: "/console/agents", label: "ops.agents" },
]
/** What the store calls an operator. */
const OPERATOR = "admin"

interface OperatorsProps {
  title: MessageId
  children: ComponentChildren
}

/** What stands around the console's pages. Nobody else than an operator sees them, and nothing is asked for before that is known. */
export function Operators({ title, children }: OperatorsProps) {
  const say = useSay()
  const [path] = useLocation()
  const { data, error, refetch } = useQuery({
    queryKey: ["account"],
    queryFn: ({ signal }) => store().auth.user({ signal }),
  })
  useEffect(() => {
    document.title = `${say(title)} · ${say("app.name")}`
  }, [title, say])

  if (error) return <Problem page error={error} again={refetch} />
  if (!data) return <Loading />
  if (data.role !== OPERATOR) return <Forbidden />
  return (
    <div class="grid min-w-0 gap-6">
      <header class="grid gap-3">
        <nav aria-label={say("ops.places")} class="flex flex-wrap gap-x-1 border-b border-line">
          {PLACES.map(({ to, label }) => (
            <Link
              key={to}
              href={to}
              aria-current={path === to ? "page" : undefined}
              class={`press -mb-px inline-flex items-center border-b-2 px-3 ${path === to ? "border-accent text-accent" : "border-transparent text-soft hover:text-ink"}`}
            >
              {say(label)}
            </Link>
          ))}
        </nav>
        <h1 class="text-xl md:text-2xl">{say(title)}</h1>
      </header>
      {children}
    </div>
  )
}
