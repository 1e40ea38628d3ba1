import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import { Link, useLocation } from "wouter-preact"
import type { MessageId } from "../../app/messages"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Forbidden, Problem } from "../../parts/Problem"
import { Loading } from "../../ui/Loading"

const PLACES: readonly { to: string; label: MessageId }[] = [
  { to: "/console", label: "ops.overview" },
  { to: "/console/users", label: "ops.users" },
  { to: "/console/listings", label: "ops.listings" },
  { to: "/console/featured", label: "ops.featured" },
  { to: "/console/agents", label: "ops.agents" },
  { to: "/console/sessions", label: "ops.sessions" },
  { to: "/console/revenue", label: "ops.revenue" },
  { to: "/console/books", label: "ops.books" },
  { to: "/console/parked", label: "ops.parked" },
  { to: "/console/audit", label: "ops.audit" },
]
/** What the store calls an operator. */
const OPERATOR = "admin"

interface OperatorsProps {
  title: MessageId
  /** What the page is about, where that is one of many. */
  name?: string | undefined
  children: ComponentChildren
}

/** What stands around the console's pages. Nobody else than an operator sees them, and nothing is asked for before that is known. */
export function Operators({ title, name, children }: OperatorsProps) {
  const say = useSay()
  const [path] = useLocation()
  const here = useRef<HTMLElement>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ["account"],
    queryFn: ({ signal }) => store().auth.user({ signal }),
  })
  useTitle(name ?? say(title))

  // On a phone the row is longer than the screen: the page that one is on stands in sight.
  useEffect(() => {
    const row = here.current
    const link = row?.querySelector<HTMLElement>("[aria-current=page]")
    if (row && link) row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2
  }, [data, path])
  const isAt = (to: string) => path === to || (to !== "/console" && path.startsWith(`${to}/`))

  if (error) return <Problem page error={error} again={refetch} />
  if (!data) return <Loading />
  if (data.role !== OPERATOR) return <Forbidden />
  return (
    <div class="grid min-w-0 gap-6">
      <header class="grid gap-3">
        <nav
          ref={here}
          aria-label={say("ops.places")}
          class="flex border-b border-line max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 max-lg:[scrollbar-width:none] lg:flex-wrap"
        >
          {PLACES.map(({ to, label }) => (
            <Link
              key={to}
              href={to}
              aria-current={isAt(to) ? "page" : undefined}
              class={`press inline-flex shrink-0 items-center border-b-2 px-3 -outline-offset-2 ${isAt(to) ? "border-accent text-accent" : "border-transparent text-soft hover:text-ink"}`}
            >
              {say(label)}
            </Link>
          ))}
        </nav>
        <h1 class="text-xl wrap-anywhere md:text-2xl">{name ?? say(title)}</h1>
      </header>
      {children}
    </div>
  )
}
