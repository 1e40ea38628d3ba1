import type { ReceiptClaims, Session } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { usePartner } from "../../parts/agents"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { endMessage, isOpen, typeOf } from "../../parts/sessions"
import { Worth } from "../../parts/Worth"
import { Dof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { useDuration } from "../../ui/duration"
import { Fact } from "../../ui/Fact"
import { Skeleton } from "../../ui/Loading"
import { Meter } from "../../ui/Meter"
import { Lines } from "./Lines"
import { OwnReview } from "./OwnReview"
import { Signature, useSigned } from "./Signature"

/** A session is settled in a moment, once it is over. */
const LOOK_EVERY = 1_500

/** What one paid for. */
export function Page({ id = "" }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["session", id],
    queryFn: ({ signal }) => store().sessions.get(id, { signal }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isSettling(data) ? LOOK_EVERY : false),
  })
  const partner = usePartner(data)
  const name = partner.name ?? data?.agentId ?? ""
  useTitle(say("receipt.title", { name }))

  if (error) return <Problem page error={error} again={refetch} />
  if (!data) return <Placeholder />
  return (
    <div class="mx-auto grid max-w-3xl gap-8">
      <header class="flex items-center gap-4">
        <Portrait face={partner.face} imageUrl={partner.imageUrl} size={56} first />
        <div class="min-w-0">
          <h1 class="text-xl">{say("receipt.title", { name })}</h1>
          <When session={data} />
        </div>
      </header>
      <Body session={data} name={name} />
    </div>
  )
}

function isSettling(session: Session): boolean {
  // Where nothing was held, there is nothing to settle.
  return !isOpen(session) && session.settlement === "held"
}

function Body({ session, name }: { session: Session; name: string }) {
  const say = useSay()
  if (session.status === "failed") return <p>{say("receipt.failed")}</p>
  if (isOpen(session)) {
    const runs = session.status === "active" || session.status === "paused"
    return (
      <div class="grid justify-items-start gap-4">
        <p>{say(runs ? "receipt.runs" : "receipt.later")}</p>
        {runs && (
          <LinkButton to={`/sessions/${session.id}/live`} kind="primary">
            {say("receipt.goOn")}
          </LinkButton>
        )}
      </div>
    )
  }
  if (isSettling(session)) return <p role="status">{say("receipt.settling")}</p>
  return <Settled key={session.id} session={session} name={name} />
}

function Settled({ session, name }: { session: Session; name: string }) {
  const say = useSay()
  const signed = useSigned(session.id)
  const { consumed, allocated, remaining } = session.dof
  return (
    <>
      <section aria-labelledby="sum" class="grid gap-4">
        <h2 id="sum" class="sr-only">
          {say("receipt.sum")}
        </h2>
        {allocated === 0 ? (
          <p>{say("receipt.free")}</p>
        ) : (
          <div class="flex items-center gap-6 rounded-lg border border-line bg-raised p-4 max-sm:flex-col">
            <Meter consumed={consumed} allocated={allocated} size={128} />
            <dl class="grid w-full flex-1 gap-x-6 gap-y-3 min-[420px]:grid-cols-2">
              <Fact label={say("receipt.cost")}>
                <span class="font-display text-xl font-semibold">
                  <Dof amount={consumed} />
                </span>{" "}
                <Worth dof={consumed} />
              </Fact>
              <Fact label={say("receipt.released")}>
                <Dof amount={remaining} />
              </Fact>
              <Fact label={say("receipt.held")}>
                <Dof amount={allocated} />
              </Fact>
              <Fact label={say("receipt.rate")}>
                <Dof amount={session.dof.rate} perHour />
              </Fact>
            </dl>
          </div>
        )}
        <p class="text-soft">{say(endMessage(session.endReason ?? ""))}</p>
      </section>
      <Lines session={session} />
      {signed.data && <Split claims={signed.data.claims} />}
      <Signature signed={signed} consumed={consumed} />
      <div class="flex flex-wrap gap-3 print:hidden">
        <Button onClick={() => print()}>{say("receipt.print")}</Button>
        {session.listingId && (
          <LinkButton to={`/hire/${session.listingId}`}>{say("receipt.hireAgain", { name })}</LinkButton>
        )}
      </div>
      <OwnReview session={session} name={name} />
    </>
  )
}

function When({ session }: { session: Session }) {
  const say = useSay()
  const locale = useLocale()
  const duration = useDuration()
  const { startedAt, createdAt, metrics } = session
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" })
  const { activeMillis } = metrics
  return (
    <p class="text-soft">
      {[
        date.format(new Date(startedAt ?? createdAt)),
        activeMillis > 0 && say("receipt.active", { time: duration(activeMillis / 1000) }),
        typeOf(session, say),
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  )
}

/** Who got what of it. */
function Split({ claims }: { claims: ReceiptClaims }) {
  const say = useSay()
  const { owner, creator, platform } = claims.distribution
  if (claims.consumed === 0) return null
  return (
    <section aria-labelledby="split" class="grid gap-3">
      <h2 id="split" class="text-lg">
        {say("receipt.split")}
      </h2>
      <dl class="grid gap-3 sm:grid-cols-3">
        <Fact label={say("receipt.owner")}>
          <Dof amount={owner} />
        </Fact>
        {creator > 0 && (
          <Fact label={say("receipt.creator")}>
            <Dof amount={creator} />
          </Fact>
        )}
        <Fact label={say("receipt.platform")}>
          <Dof amount={platform} />
        </Fact>
      </dl>
    </section>
  )
}

function Placeholder() {
  return (
    <div class="mx-auto grid max-w-3xl gap-8">
      <Skeleton class="h-16" />
      <Skeleton class="h-44" />
      <Skeleton class="h-60" />
    </div>
  )
}
