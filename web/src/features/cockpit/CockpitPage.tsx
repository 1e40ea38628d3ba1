import { ApiError, type Session } from "@jiga/store"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "preact/hooks"
import { useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { useAgent, usePartner } from "../../parts/agents"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { answerPrice } from "../../parts/prices"
import { usePrices } from "../../parts/rules"
import { Button, LinkButton } from "../../ui/Button"
import { Bar } from "./Bar"
import { BillPanel } from "./BillPanel"
import { Composer } from "./Composer"
import { Earlier, LastWords } from "./Conversation"
import { EndDialog } from "./EndDialog"
import { type Moment, read } from "./events"
import { FeedDialog, PlayerStrip, usePlayer } from "./Feed"
import { isOpen, type Line, type Phase } from "./line"
import { FEED, forgetShared, shared } from "./shared"
import { useKeyboard, useLine, useOf, useWakeLock } from "./useLine"

/** A session, live: what the agent says, what it costs, and stop. Another one begins anew. */
export function Page({ id = "" }) {
  return <Cockpit key={id} id={id} />
}

function Cockpit({ id }: { id: string }) {
  const say = useSay()
  const line = useLine(id)
  const phase = useOf(line, (it) => it.phase)
  const [asking, setAsking] = useState<"end" | "feed">()
  const player = usePlayer(line, phase)
  useShared(player.load)
  const session = useQuery({
    queryKey: ["session", id],
    queryFn: ({ signal }) => store().sessions.get(id, { signal }),
  }).data
  const partner = usePartner(session)
  const price = useAnswerPrice(session)
  const queries = useQueryClient()
  const name = partner.name ?? say("cockpit.agent")
  useKeyboard()
  useWakeLock(phase.is === "live")
  useTitle(say("cockpit.title", { name }))
  useEffect(() => {
    if (phase.is !== "ended") return
    for (const key of ["wallet", "session", "sessions"]) void queries.invalidateQueries({ queryKey: [key] })
  }, [phase.is, queries])

  return (
    <div
      class={`flex flex-col gap-4 ${isOpen(phase) ? "lg:grid lg:grid-cols-[1fr_360px] lg:gap-8" : "mx-auto max-w-3xl"}`}
    >
      <header class="flex items-center gap-3 lg:col-span-2 max-lg:[@media(max-height:560px)]:sr-only">
        {partner.name !== undefined && <Portrait face={partner.face} imageUrl={partner.imageUrl} size={48} first />}
        <div class="min-w-0">
          <h1 class="text-lg md:text-xl">{name}</h1>
          <State phase={phase} />
        </div>
      </header>
      {isOpen(phase) && <Bar line={line} phase={phase.is} stop={() => setAsking("end")} />}
      <section
        aria-label={say("cockpit.conversation", { name })}
        class="flex min-h-[calc(100dvh-344px)] min-w-0 flex-col gap-4 lg:col-start-1 lg:row-start-2 lg:min-h-[calc(100dvh-200px)]"
      >
        <Standing line={line} phase={phase} id={id} name={name} />
        <LastWords line={line} name={name} />
        <Earlier line={line} name={name} again={isOpen(phase) ? (text) => line.say(text) : undefined} />
        {isOpen(phase) && <p class="text-xs text-soft">{say("cockpit.leaving")}</p>}
        {isOpen(phase) && (
          <div class="sticky bottom-[max(calc(56px+env(safe-area-inset-bottom)),var(--keyboard,0px))] z-5 mt-auto grid gap-2 bg-ground pt-2 md:bottom-[var(--keyboard,0px)] pb-4">
            {player.played && <PlayerStrip player={player.played} canPlay={phase.is === "live"} close={player.close} />}
            <Composer
              name={name}
              price={price}
              state={phase.is}
              send={(text) => line.say(text)}
              feed={() => setAsking("feed")}
            />
          </div>
        )}
      </section>
      {asking === "end" && isOpen(phase) && <EndDialog line={line} close={() => setAsking(undefined)} />}
      {asking === "feed" && isOpen(phase) && (
        <FeedDialog
          name={name}
          play={(moments, title) => {
            player.open(moments, title)
            setAsking(undefined)
          }}
          close={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

/** What an answer usually costs; of the session only its agent says whether it is a variant, whose answers cost less. */
function useAnswerPrice(session: Session | undefined): number | undefined {
  const isFree = session?.type === "trial"
  const agent = useAgent(isFree ? undefined : session?.agentId)
  const { data: prices } = usePrices()
  if (isFree) return 0
  return agent && prices && answerPrice(agent, prices).usual
}

/** Takes what another app shared, once. */
function useShared(load: (moments: Moment[], title: string) => void): void {
  const [params, setParams] = useSearchParams()
  const wanted = params.has(FEED)
  useEffect(() => {
    if (!wanted) return
    setParams({}, { replace: true })
    void shared().then(async (file) => {
      if (file?.text === undefined) return
      load(read(file.text).moments, file.title)
      await forgetShared()
    })
  }, [wanted])
}

function State({ phase }: { phase: Phase }) {
  const say = useSay()
  const colour = phase.is === "live" ? "bg-good" : isOpen(phase) ? "bg-warn" : "bg-line"
  return (
    <p class="flex items-center gap-2 text-sm text-soft">
      <span aria-hidden="true" class={`size-2 rounded-full ${colour}`} />
      {say(`cockpit.is.${phase.is}`)}
    </p>
  )
}

interface StandingProps {
  line: Line
  phase: Phase
  id: string
  name: string
}

/** What there is to know of the line before anything else, and the way on. */
function Standing({ line, phase, id, name }: StandingProps) {
  const say = useSay()
  switch (phase.is) {
    case "reconnecting":
      return (
        <p role="status" class="rounded-md border border-warn bg-raised p-3">
          {say("cockpit.reconnecting")}
        </p>
      )
    case "elsewhere":
      return (
        <div role="alert" class="grid gap-3 rounded-lg border border-warn bg-raised p-4">
          <h2 class="text-lg">{say("cockpit.elsewhere")}</h2>
          <p class="text-soft">{say("cockpit.elsewhereHint")}</p>
          <div class="flex flex-wrap gap-3">
            <Button kind="primary" onClick={() => line.connect()}>
              {say("cockpit.takeBack")}
            </Button>
            <LinkButton to="/sessions">{say("cockpit.toSessions")}</LinkButton>
          </div>
        </div>
      )
    case "ended":
      return <BillPanel id={id} name={name} reason={phase.reason} bill={phase.bill} />
    case "failed":
      return phase.error instanceof ApiError && phase.error.code === "SESSION_NOT_STARTED" ? (
        <p role="alert" class="rounded-md border border-line bg-raised p-4">
          {say("cockpit.notStarted")}
        </p>
      ) : (
        <Problem error={phase.error} again={() => line.connect()} />
      )
    default:
      return null
  }
}
