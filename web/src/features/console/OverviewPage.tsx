import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { Fact } from "../../ui/Fact"
import { Icon } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"
import { When } from "../../ui/When"
import { books, treasury } from "./books"
import { Operators } from "./Operators"
import { type Readiness, readiness } from "./readiness"
import { revenue, sumOf, today } from "./revenue"
import type { Books, Engines, PageOf, RevenueDay, Treasury } from "./types"

/** How often the figures are asked for anew, while somebody looks. */
const EVERY = 15_000
/** As many live sessions are counted. */
const COUNTED = 100

/** Is something wrong, and what needs a decision? Each figure leads to its cause. */
export function Page() {
  return (
    <Operators title="ops.overview">
      <Figures />
    </Operators>
  )
}

function Figures() {
  const ready = useQuery({
    queryKey: ["console", "ready"],
    queryFn: ({ signal }) => readiness(signal),
    refetchInterval: EVERY,
  })
  const engines = useQuery({
    queryKey: ["console", "engines"],
    queryFn: ({ signal }) => store().request<Engines>({ method: "GET", path: "/admin/engines" }, { signal }),
    refetchInterval: EVERY,
  })
  const has = useQuery({ ...treasury, refetchInterval: EVERY })
  const kept = useQuery({ ...books(), refetchInterval: EVERY })
  const live = useQuery({
    queryKey: ["console", "live"],
    queryFn: ({ signal }) => {
      const query = { status: "active", limit: COUNTED, fields: "items.id,nextCursor" }
      return store().request<PageOf<{ id: string }>>({ method: "GET", path: "/admin/sessions", query }, { signal })
    },
    refetchInterval: EVERY,
  })
  const brought = useQuery({ ...revenue(today(), today()), refetchInterval: EVERY })
  const all = [ready, engines, has, kept, live, brought]
  const failed = all.find(({ data, error }) => error && !data)
  return (
    <>
      {failed && (
        <Problem
          error={failed.error}
          again={() => {
            for (const each of all) each.refetch()
          }}
        />
      )}
      <ul class="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Item of={ready}>{ready.data && <ReadyTile report={ready.data} />}</Item>
        <Item of={engines}>{engines.data && <ParkedTile engines={engines.data} />}</Item>
        <Item of={engines}>{engines.data && <PendingTile engines={engines.data} />}</Item>
        <Item of={engines}>{engines.data && <OverdueTile engines={engines.data} />}</Item>
        <Item of={live}>{live.data && <LiveTile page={live.data} />}</Item>
        <Item of={brought}>{brought.data && <RevenueTile days={brought.data} />}</Item>
        <Item of={has}>{has.data && <TreasuryTile treasury={has.data} />}</Item>
        <Item of={kept}>{kept.data && <BooksTile books={kept.data} />}</Item>
      </ul>
      {ready.data && <Checks report={ready.data} />}
      {engines.data && <EngineFacts engines={engines.data} />}
    </>
  )
}

/** Where there is no answer, there is no figure: what failed is said above all of them. */
function Item({ of: { error }, children }: { of: { error: unknown }; children: ComponentChildren }) {
  if (!children && error) return null
  return <li>{children || <Skeleton class="h-30" />}</li>
}

interface TileProps {
  label: string
  /** Where the cause is: a page, or a place on this one. */
  to: string
  isBad: boolean
  figure: ComponentChildren
  note: ComponentChildren
}

function Tile({ label, to, isBad, figure, note }: TileProps) {
  const look = `press grid h-full content-start gap-1 rounded-lg border bg-raised p-4 hover:border-accent ${isBad ? "border-loss" : "border-line"}`
  const inside = (
    <>
      <span class="text-sm text-soft">{label}</span>
      <span class={`font-display text-xl font-semibold figures ${isBad ? "text-loss" : ""}`}>{figure}</span>
      <span class="text-sm text-soft">{note}</span>
    </>
  )
  if (to.startsWith("#")) {
    return (
      <a href={to} class={look}>
        {inside}
      </a>
    )
  }
  return (
    <Link href={to} class={look}>
      {inside}
    </Link>
  )
}

function ReadyTile({ report: { status, checks } }: { report: Readiness }) {
  const say = useSay()
  const isWell = status === "healthy"
  return (
    <Tile
      label={say("ops.ready")}
      to="#checks"
      isBad={!isWell}
      figure={say(isWell ? "ops.readyYes" : "ops.readyNo")}
      note={say("ops.checks", { healthy: checks.filter(({ healthy }) => healthy).length, count: checks.length })}
    />
  )
}

function ParkedTile({ engines: { events } }: { engines: Engines }) {
  const say = useSay()
  const number = useNumber()
  return (
    <Tile
      label={say("ops.parkedCount")}
      to="/console/parked"
      isBad={events.parked > 0}
      figure={number(events.parked)}
      note={say(events.parked > 0 ? "ops.parkedSome" : "ops.parkedNone")}
    />
  )
}

function PendingTile({ engines: { events } }: { engines: Engines }) {
  const say = useSay()
  const number = useNumber()
  return (
    <Tile
      label={say("ops.pending")}
      to="#engines"
      isBad={false}
      figure={number(events.pending)}
      note={say("ops.pendingHint")}
    />
  )
}

function OverdueTile({ engines: { events } }: { engines: Engines }) {
  const say = useSay()
  const number = useNumber()
  return (
    <Tile
      label={say("ops.overdue")}
      to="#engines"
      isBad={events.overdueTasks > 0}
      figure={number(events.overdueTasks)}
      note={say(events.overdueTasks > 0 ? "ops.overdueSome" : "ops.overdueNone")}
    />
  )
}

function LiveTile({ page: { items, nextCursor } }: { page: PageOf<{ id: string }> }) {
  const say = useSay()
  const number = useNumber()
  const count = number(items.length)
  return (
    <Tile
      label={say("ops.live")}
      to="/console/sessions"
      isBad={false}
      figure={nextCursor ? say("ops.moreThan", { count }) : count}
      note={say(items.length > 0 ? "ops.liveHint" : "ops.liveNone")}
    />
  )
}

function RevenueTile({ days }: { days: RevenueDay[] }) {
  const say = useSay()
  const dof = useDof()
  const day = days.at(-1)
  const fees = say("amount.dof", { amount: dof(day?.fees ?? 0) })
  return (
    <Tile
      label={say("ops.revenueToday")}
      to="/console/revenue"
      isBad={false}
      figure={<Dof amount={day ? sumOf(day) : 0} />}
      note={say("ops.revenueTodayHint", { fees })}
    />
  )
}

function TreasuryTile({ treasury }: { treasury: Treasury }) {
  const say = useSay()
  const dof = useDof()
  const limit = say("amount.dof", { amount: dof(treasury.lowUnder) })
  return (
    <Tile
      label={say("ops.treasury")}
      to="/console/books"
      isBad={treasury.low}
      figure={<Dof amount={treasury.balance} />}
      note={
        <>
          <Worth dof={treasury.balance} /> · {say(treasury.low ? "ops.treasuryLow" : "ops.treasuryFine", { limit })}
        </>
      }
    />
  )
}

function BooksTile({ books: { balanced } }: { books: Books }) {
  const say = useSay()
  return (
    <Tile
      label={say("ops.books")}
      to="/console/books"
      isBad={!balanced}
      figure={say(balanced ? "ops.balanced" : "ops.notBalanced")}
      note={say(balanced ? "ops.booksHint" : "ops.unbalanced")}
    />
  )
}

function Checks({ report: { checks, timestamp } }: { report: Readiness }) {
  const say = useSay()
  return (
    <section aria-labelledby="checks" class="grid gap-3">
      <h2 id="checks" class="scroll-mt-20 text-lg">
        {say("ops.checksOf")}
      </h2>
      <ul class="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
        {checks.map(({ name, healthy, detail }, index) => (
          <li key={index} class="flex min-w-0 items-start gap-2 border-b border-line py-2">
            <span class={healthy ? "text-good" : "text-loss"}>
              <Icon name={healthy ? "check" : "alert"} />
            </span>
            <span class="min-w-0">
              {name}
              <span class="sr-only">: {say(healthy ? "ops.check.well" : "ops.check.ill")}</span>
              {detail && <span class="block text-sm text-soft">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p class="text-sm text-soft">
        <When at={timestamp} exact />
      </p>
    </section>
  )
}

function EngineFacts({ engines: { documents, events } }: { engines: Engines }) {
  const say = useSay()
  const number = useNumber()
  return (
    <section aria-labelledby="engines" class="grid gap-3">
      <h2 id="engines" class="scroll-mt-20 text-lg">
        {say("ops.engines")}
      </h2>
      <dl class="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Fact label={say("ops.documents")}>{documents.engine}</Fact>
        <Fact label={say("ops.events")}>{events.engine}</Fact>
        <Fact label={say("ops.pending")}>{number(events.pending)}</Fact>
        <Fact label={say("ops.overdue")}>{number(events.overdueTasks)}</Fact>
      </dl>
      {Object.keys(documents.settings).length > 0 && (
        <details>
          <summary class="press flex cursor-pointer items-center text-accent">{say("ops.settings")}</summary>
          <dl class="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {Object.entries(documents.settings).map(([name, value]) => (
              <Fact key={name} label={name}>
                <span class="break-all">{value}</span>
              </Fact>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
