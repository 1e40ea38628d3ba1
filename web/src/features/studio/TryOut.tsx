import type { ListingPage, LiveSession, OwnAgent } from "@jiga/store"
import { InsufficientDofsError } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { answerPrice } from "../../parts/prices"
import type { Prices } from "../../parts/rules"
import { Worth } from "../../parts/Worth"
import { useDof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Field, Select } from "../../ui/Field"
import { Chat } from "./Chat"
import { Ruled } from "./Ruled"
import { addressOf } from "./tabs"

interface TryOutProps {
  agent: OwnAgent
  listing: ListingPage | null
}

/** How long one talks, in minutes, besides the least that the store asks for. */
const MINUTES = [15, 30, 60] as const

/** One whose line broke is paused, and waits a while for somebody to come back. */
const RUNNING: readonly string[] = ["pending", "active", "paused"]

/** A session with one's own agent: paid like anybody's, and ended when one leaves. */
export function TryOut({ agent, listing }: TryOutProps) {
  const say = useSay()
  const [live, setLive] = useState<LiveSession>()
  const gone = useRef(false)
  const begin = (begun: LiveSession) => {
    if (gone.current) leave(begun)
    else setLive(begun)
  }

  // Whoever goes elsewhere has stopped talking, and pays no longer.
  useEffect(() => () => live && leave(live), [live])
  useEffect(
    () => () => {
      gone.current = true
    },
    [],
  )

  if (live) return <Chat key={live.id} live={live} name={agent.name} again={() => setLive(undefined)} />
  if (!agent.runtime) {
    return (
      <div class="grid max-w-2xl gap-3">
        <p class="wrap-anywhere">{say("studio.stands.waiting", { name: agent.name, provider: agent.provider })}</p>
        <div>
          <LinkButton to={addressOf(agent.id, "agent")}>{say("studio.chooseProvider")}</LinkButton>
        </div>
      </div>
    )
  }
  return (
    <Ruled size="h-115 sm:h-95">
      {({ prices }) => (
        <Offer agent={agent} rate={listing?.pricing.baseRate ?? agent.baseRate} prices={prices} begin={begin} />
      )}
    </Ruled>
  )
}

/** Should it fail, the line closes with the page, and the store ends what nobody comes back to. */
function leave(live: LiveSession): void {
  if (live.state !== "ended") live.end().catch(() => live.close())
}

interface OfferProps {
  agent: OwnAgent
  rate: number
  prices: Prices
  begin: (live: LiveSession) => void
}

/** What is set aside, what it costs, and who gets it, before it begins. */
function Offer({ agent, rate, prices, begin }: OfferProps) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const [minutes, setMinutes] = useState<number>(MINUTES[0])
  const answer = answerPrice(agent, prices)
  const choices = [prices.leastMinutes, ...MINUTES]
  const allocation = (of: number) => Math.ceil((Math.max(rate, agent.baseRate) * of) / 60)
  const amount = allocation(minutes)
  const wallet = useQuery({
    queryKey: ["studio", "wallet"],
    queryFn: ({ signal }) => store().wallet.get({ signal }),
  })
  const running = useQuery({
    queryKey: ["studio", "running", agent.id],
    queryFn: async ({ signal }) => {
      const { items } = await store().sessions.list({ limit: 50 }, { signal }).page()
      const mine = items.filter(({ agentId, type }) => agentId === agent.id && type === "owned")
      return mine.find(({ status }) => RUNNING.includes(status)) ?? null
    },
    staleTime: 0,
  })
  const changed = () =>
    Promise.all(
      [["studio", "wallet"], ["studio", "running", agent.id], ["wallet"], ["sessions"]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  const starting = useMutation({
    mutationFn: async () => {
      const session = await store().sessions.start({ agentId: agent.id, type: "owned", dofAllocation: amount })
      return session.connect()
    },
    onSuccess: begin,
    onSettled: changed,
  })
  const resuming = useMutation({
    mutationFn: (id: string) => store().sessions.connect(id),
    onSuccess: begin,
    onSettled: changed,
  })
  const ending = useMutation({ mutationFn: (id: string) => store().sessions.end(id), onSettled: changed })
  const error = starting.error ?? resuming.error ?? ending.error
  const has = wallet.data && wallet.data.available + wallet.data.earnings
  const short = error instanceof InsufficientDofsError || (has !== undefined && has < amount)

  if (running.data) {
    const { id, dof: amounts } = running.data
    return (
      <div class="grid max-w-2xl gap-4">
        <p>{say("studio.runs", { allocated: dof(amounts.allocated), consumed: dof(amounts.consumed) })}</p>
        {error && (
          <p role="alert" class="rounded-md border border-loss p-3">
            {said(error)}
          </p>
        )}
        <div class="flex flex-wrap gap-3">
          <Button kind="primary" disabled={resuming.isPending} onClick={() => resuming.mutate(id)}>
            {say("studio.goOn")}
          </Button>
          <Button disabled={ending.isPending} onClick={() => ending.mutate(id)}>
            {say("studio.endRelease", { amount: dof(amounts.remaining) })}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div class="grid max-w-2xl gap-5">
      <p class="wrap-anywhere">{say("studio.tryAbout", { name: agent.name })}</p>
      <ul class="list-disc ps-6 text-soft">
        <li>{say("studio.tryCosts", { rate: dof(rate), usual: dof(answer.usual), most: dof(answer.most) })}</li>
        <li>{say("studio.tryPlatform")}</li>
        <li>{say("studio.tryBack")}</li>
      </ul>
      <Field label={say("studio.howLong")}>
        {(of) => (
          <Select
            {...of}
            name="minutes"
            value={String(minutes)}
            onChange={({ currentTarget }) =>
              setMinutes(choices.find((one) => String(one) === currentTarget.value) ?? minutes)
            }
          >
            {choices.map((of) => (
              <option key={of} value={String(of)}>
                {say("studio.minutesFor", { count: of, amount: dof(allocation(of)) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {short ? (
        <p role={error ? "alert" : undefined} class="rounded-md border border-warn p-3">
          {say("studio.shortOf", { amount: dof(amount), has: dof(has ?? 0) })}
        </p>
      ) : (
        error && (
          <p role="alert" class="rounded-md border border-loss p-3">
            {said(error)}
          </p>
        )
      )}
      <div class="flex flex-wrap items-center gap-3">
        {short ? (
          <LinkButton to="/wallet" kind="primary">
            {say("studio.toWallet")}
          </LinkButton>
        ) : (
          <Button kind="primary" disabled={starting.isPending || running.isPending} onClick={() => starting.mutate()}>
            {starting.isPending ? say("studio.working") : say("studio.setAside", { amount: dof(amount) })}
          </Button>
        )}
        <span class="text-sm">
          <Worth dof={amount} />
        </span>
      </div>
      {has !== undefined && !short && (
        <p class="text-sm text-soft">{say("studio.leftThen", { left: dof(has - amount) })}</p>
      )}
    </div>
  )
}
