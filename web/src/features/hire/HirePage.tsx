import { ConflictError, InsufficientDofsError, type ListingPage } from "@jiga/store"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useRef, useState } from "preact/hooks"
import { Link, useLocation, useSearchParams } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { PLANTED } from "../../app/queries"
import { store } from "../../app/session"
import { Text, useLocale, useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { useAgent } from "../../parts/agents"
import { fieldsOf } from "../../parts/fields"
import { Portrait } from "../../parts/Portrait"
import { Problem, useProblem } from "../../parts/Problem"
import { answerPrice } from "../../parts/prices"
import { type Prices, usePrices } from "../../parts/rules"
import { LIKELY, useWorth } from "../../parts/Worth"
import { Dof, useDof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { useDuration } from "../../ui/duration"
import { Fact } from "../../ui/Fact"
import { Field, Input, TextArea } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { Meter } from "../../ui/Meter"
import { RankBadge } from "../../ui/RankBadge"
import { least, STEP, sliderEnds, suggested, wholeNumber } from "./amount"
import { Attempt } from "./attempt"
import { sessionOf } from "./conflict"
import { forgetPurchase, TopUp, useFunds, usePurchase } from "./TopUp"
import { Trial, useTried } from "./Trial"

const NOTE_CHARACTERS = 4_000
/** Stands in the address of whoever comes back from a purchase. */
const BACK = "bought"

/** What one wants to spend at most, what it buys, and what comes back. */
export function Page({ id = "" }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: PLANTED.listing(id),
    queryFn: ({ signal }) => store().marketplace.get(id, {}, { signal }),
  })
  const [params] = useSearchParams()
  const purchase = usePurchase(params.has(BACK))
  const funds = useFunds(purchase)
  const tried = useTried(data?.agentId)
  const prices = usePrices()
  const name = data?.agent.name
  useTitle(name && say("hire.title", { name }))

  if (error) return <Problem page error={error} again={refetch} />
  if (prices.error && !prices.data) return <Problem page error={prices.error} again={prices.refetch} />
  // What there is to press depends on all of it, and does not jump when the last has come.
  if (!data || !prices.data || funds.wallet.isPending || funds.packages.isPending || tried === undefined)
    return <Placeholder />
  return (
    <div class="mx-auto grid max-w-4xl gap-6">
      <header class="flex items-center gap-4">
        <Portrait
          face={{ id: data.agentId, rank: data.agent.rank, type: data.agent.type }}
          imageUrl={data.agent.imageUrl}
          size={56}
          first
        />
        <div class="min-w-0">
          <h1 class="text-xl">{say("hire.title", { name: data.agent.name })}</h1>
          <div class="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
            <RankBadge rank={data.agent.rank} />
            <Dof amount={data.pricing.baseRate} perHour />
          </div>
        </div>
      </header>
      {data.availability.isAvailable ? (
        <Terms
          key={data.listingId}
          listing={data}
          prices={prices.data}
          purchase={purchase}
          funds={funds}
          canTry={!tried}
        />
      ) : (
        <Closed listing={data} />
      )}
    </div>
  )
}

function Closed({ listing }: { listing: ListingPage }) {
  const say = useSay()
  const locale = useLocale()
  const { nextAvailable } = listing.availability
  return (
    <div class="grid justify-items-start gap-4">
      <p class="text-warn">
        {nextAvailable
          ? say("hire.opens", {
              name: listing.agent.name,
              when: new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(
                new Date(nextAvailable),
              ),
            })
          : say("hire.closed", { name: listing.agent.name })}
      </p>
      <LinkButton to="/search">{say("hire.others")}</LinkButton>
    </div>
  )
}

interface TermsProps {
  listing: ListingPage
  prices: Prices
  /** What became of the purchase that one comes back from. */
  purchase: string | undefined
  funds: ReturnType<typeof useFunds>
  /** The free trial is not used up. */
  canTry: boolean
}

function Terms({ listing, prices, purchase, funds: { wallet, packages }, canTry }: TermsProps) {
  const say = useSay()
  const dof = useDof()
  const worth = useWorth()
  const duration = useDuration()
  const said = useProblem()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState<string>()
  const noteKept = `jiga.hire.note.${listing.listingId}`
  const [note, setNote] = useState(sessionStorage.getItem(noteKept) ?? "")
  const attempt = useRef(new Attempt(listing.listingId)).current
  const agent = useAgent(listing.agentId)
  const rate = listing.pricing.baseRate
  const price = answerPrice(agent ?? {}, prices)
  const atLeast = least(rate, prices)
  const ends = sliderEnds(rate, prices)
  const text = typed ?? params.get("dof") ?? String(suggested(rate, price.usual))
  const amount = wholeNumber(text)
  const hiring = useMutation({
    mutationFn: async (wish: { dofAllocation: number; message?: string }) =>
      store().marketplace.hire(listing.listingId, wish, { idempotencyKey: attempt.key(wish) }),
    onSuccess: ({ id }) => {
      attempt.hired()
      forgetPurchase()
      sessionStorage.removeItem(noteKept)
      queries.invalidateQueries({ queryKey: ["wallet"] })
      queries.invalidateQueries({ queryKey: ["sessions"] })
      go(`/sessions/${id}/live`, { replace: true })
    },
    onError: (error) => {
      attempt.failed(error)
      if (error instanceof InsufficientDofsError) queries.invalidateQueries({ queryKey: ["wallet"] })
    },
  })
  const available = wallet.data?.available
  const wrong =
    amount === undefined
      ? say("hire.noNumber")
      : amount < atLeast
        ? say("hire.tooLittle", { amount: dof(atLeast), minutes: prices.leastMinutes })
        : undefined
  const short = amount === undefined || available === undefined ? 0 : Math.max(0, amount - available)
  const isShort = short > 0 && packages.data !== undefined && !wrong
  const fields = fieldsOf(hiring.error)
  const running = sessionOf(hiring.error)

  const choose = (value: string) => {
    setTyped(undefined)
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.set("dof", String(wholeNumber(value) ?? value))
        return after
      },
      { replace: true },
    )
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (amount === undefined || wrong || short > 0 || hiring.isPending) return
    const message = note.trim()
    hiring.mutate({ dofAllocation: amount, ...(message && { message }) })
  }
  return (
    <form onSubmit={submit} noValidate class="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
      <div class="grid content-start gap-6">
        <section aria-labelledby="amount" class="grid gap-3">
          <h2 id="amount" class="text-lg">
            {say("hire.amount")}
          </h2>
          <p class="max-w-prose text-soft">{say("hire.amountHint")}</p>
          <div class="flex items-center gap-4 sm:gap-6">
            <Meter
              consumed={0}
              allocated={amount ?? 0}
              size={112}
              note={say("hire.of", { amount: dof(amount ?? 0) })}
            />
            <div class="min-w-0 flex-1">
              <Field
                label={say("hire.exactly")}
                hint={amount === undefined ? undefined : worthOf(amount)}
                error={wrong ?? fields.dofAllocation}
              >
                {(of) => (
                  <Input
                    {...of}
                    name="dof"
                    inputMode="numeric"
                    autocomplete="off"
                    value={typed ?? (amount === undefined ? text : dof(amount))}
                    onInput={(event) => setTyped(event.currentTarget.value)}
                    onChange={(event) => choose(event.currentTarget.value)}
                  />
                )}
              </Field>
            </div>
          </div>
          <input
            type="range"
            min={ends.from}
            max={ends.to}
            step={STEP}
            value={Math.min(ends.to, Math.max(ends.from, amount ?? ends.from))}
            aria-label={say("hire.slider")}
            aria-valuetext={say("amount.dof", { amount: dof(amount ?? 0) })}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onChange={(event) => choose(event.currentTarget.value)}
            class="press w-full accent-accent"
          />
          <dl class="grid gap-x-6 gap-y-3 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2">
            <Fact label={say("hire.lasts")}>
              {amount === undefined || rate === 0
                ? "\u00a0"
                : say("hire.lastsFor", { time: duration((amount * 3600) / rate) })}
            </Fact>
            <Fact label={say("hire.message")}>
              <Text
                id="hire.messagePrice"
                values={{ usual: dof(price.usual), most: dof(price.most), money: worth(price.usual) ?? LIKELY }}
                parts={{
                  worth: (inner) => <span class={`text-soft ${worth(price.usual) ? "" : "invisible"}`}>{inner}</span>,
                }}
              />
            </Fact>
          </dl>
        </section>
        <section aria-labelledby="back" class="grid gap-2">
          <h2 id="back" class="text-lg">
            {say("hire.back")}
          </h2>
          <ul class="grid max-w-prose list-disc gap-1 ps-5 text-soft">
            <li>{say("hire.back1")}</li>
            <li>{say("hire.back2")}</li>
            <li>{say("hire.back3")}</li>
          </ul>
        </section>
        {canTry && !running && (
          <Trial agentId={listing.agentId} name={listing.agent.name} minutes={prices.trialMinutes} />
        )}
        <Field
          label={say("hire.note", { name: listing.agent.name })}
          hint={say("hire.noteHint")}
          error={fields.message}
        >
          {(of) => (
            <TextArea
              {...of}
              name="message"
              maxLength={NOTE_CHARACTERS}
              value={note}
              onInput={({ currentTarget: { value } }) => {
                setNote(value)
                sessionStorage.setItem(noteKept, value)
              }}
            />
          )}
        </Field>
      </div>
      {/* Beside an on-screen keyboard, and on a phone that lies on its side, it would cover what it is about. */}
      <aside class="thumb z-5 grid content-start gap-3 border-line bg-raised p-4 max-lg:sticky max-lg:bottom-0 max-lg:-mx-4 max-lg:-mb-6 max-lg:gap-2 max-lg:border-t max-lg:py-3 max-md:bottom-14 max-lg:[@media(max-height:560px)]:static lg:sticky lg:top-24 lg:self-start lg:rounded-lg lg:border">
        {!isShort && (
          <dl class="flex flex-wrap justify-between gap-x-6 gap-y-1 lg:grid">
            <Fact label={say("hire.balance")}>{available === undefined ? "\u00a0" : <Dof amount={available} />}</Fact>
            <Fact label={say("hire.after")}>
              {available === undefined || amount === undefined || short > 0 ? "–" : <Dof amount={available - amount} />}
            </Fact>
          </dl>
        )}
        <Bought purchase={purchase} short={short} />
        {wallet.error && <Alert>{said(wallet.error)}</Alert>}
        {hiring.error && !running && Object.keys(fields).length === 0 && short === 0 && (
          <Alert>{said(hiring.error)}</Alert>
        )}
        {hiring.error instanceof ConflictError && hiring.error.code === "TOO_MANY_SESSIONS" && (
          <LinkButton to="/sessions">{say("hire.toSessions")}</LinkButton>
        )}
        {running ? (
          <>
            <Alert>{say("hire.runs", { name: listing.agent.name })}</Alert>
            <LinkButton to={`/sessions/${running}/live`} kind="primary" wide>
              {say("hire.goOn")}
            </LinkButton>
          </>
        ) : isShort && packages.data && available !== undefined ? (
          <TopUp
            have={available}
            short={short}
            packages={packages.data}
            back={`/hire/${listing.listingId}?dof=${amount}&${BACK}=1`}
          />
        ) : (
          <Button
            type="submit"
            kind="primary"
            wide
            disabled={
              wrong !== undefined || available === undefined || short > 0 || hiring.isPending || hiring.isSuccess
            }
          >
            {hiring.isPending
              ? say("hire.working")
              : say("hire.hold", { amount: amount === undefined ? "–" : dof(amount) })}
          </Button>
        )}
        <p class="text-sm text-soft max-lg:hidden">{say("hire.notSpent")}</p>
        <Link href={`/agents/${listing.listingId}`} class="press content-center text-sm text-accent max-lg:hidden">
          {say("hire.about", { name: listing.agent.name })}
        </Link>
      </aside>
    </form>
  )

  function worthOf(value: number): string {
    const money = worth(value)
    return money ? say("amount.about", { money }) : "\u00a0"
  }
}

/** What became of the purchase that one comes back from. */
function Bought({ purchase, short }: { purchase: string | undefined; short: number }) {
  const say = useSay()
  if (purchase === "completed" && short === 0) {
    return (
      <p role="status" class="text-sm text-good">
        {say("hire.bought")}
      </p>
    )
  }
  if (purchase === "failed") return <Alert>{say("hire.declined")}</Alert>
  return purchase === "pending" && short > 0 ? <p class="text-sm text-soft">{say("hire.unpaid")}</p> : null
}

function Alert({ children }: { children: ComponentChildren }) {
  return (
    <p role="alert" class="rounded-md border border-loss p-3 text-sm">
      {children}
    </p>
  )
}

function Placeholder() {
  return (
    <div class="mx-auto grid max-w-4xl gap-6">
      <Skeleton class="h-16" />
      <div class="grid gap-6 lg:grid-cols-[1fr_320px]">
        <Skeleton class="h-100" />
        <Skeleton class="h-50" />
      </div>
    </div>
  )
}
