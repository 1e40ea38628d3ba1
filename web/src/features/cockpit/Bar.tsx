import { useMutation } from "../../app/mutation"
import { useLocale, useSay } from "../../app/text"
import { useWorth } from "../../parts/Worth"
import { useDof, useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { useDuration } from "../../ui/duration"
import { Icon } from "../../ui/Icon"
import { Meter } from "../../ui/Meter"
import type { Cost, Line } from "./line"
import { useOf } from "./useLine"

interface BarProps {
  line: Line
  phase: "connecting" | "live" | "paused" | "reconnecting"
  stop: () => void
}

const NOTHING: Cost = { consumed: 0, allocated: 0, remaining: 0, rate: 0, secondsLeft: undefined }

/** What it costs and how to stop it, in sight wherever one has scrolled: a bar on a phone, a column on a desk. */
export function Bar({ line, phase, stop }: BarProps) {
  const say = useSay()
  const dof = useDof()
  const known = useOf(line, (it) => it.cost)
  const cost = known ?? NOTHING
  const clock = useMutation({ mutationFn: () => (phase === "paused" ? line.resume() : line.pause()) })
  const isFree = known?.allocated === 0
  const isUp = phase === "live" || phase === "paused"
  return (
    <aside
      aria-label={say("cockpit.cost")}
      class="sticky top-16 z-5 -mx-4 border-b border-line bg-ground px-4 py-2 lg:top-24 lg:col-start-2 lg:row-start-2 lg:mx-0 lg:self-start lg:rounded-lg lg:border lg:bg-raised lg:p-4"
    >
      <div class="flex items-center gap-2 sm:gap-3 lg:flex-col lg:items-stretch lg:gap-4">
        {isFree ? <Free line={line} /> : <Figures cost={cost} />}
        {/* On a phone at the top of the bar, however many lines the figures take: what stops never moves. */}
        <div class="shrink-0 gap-2 max-sm:grid max-sm:gap-1.5 max-sm:grid-cols-[minmax(--spacing(18),auto)_minmax(--spacing(16),auto)] max-sm:self-start sm:flex lg:flex-col">
          <Button stacked disabled={!isUp} busy={clock.isPending} onClick={() => clock.mutate()}>
            <Icon name={phase === "paused" ? "play" : "pause"} />
            {say(phase === "paused" ? "cockpit.resume" : "cockpit.pause")}
          </Button>
          <Button stacked kind="danger" disabled={!known} onClick={stop}>
            <Icon name="stop" solid />
            <span aria-hidden="true" class="md:hidden">
              {say("cockpit.end")}
            </span>
            <span class="figures max-md:sr-only">
              {isFree ? say("cockpit.stopFree") : say("cockpit.stop", { amount: dof(cost.remaining) })}
            </span>
          </Button>
        </div>
      </div>
      <LowBalance line={line} />
    </aside>
  )
}

function Figures({ cost: { consumed, allocated, remaining, rate, secondsLeft } }: { cost: Cost }) {
  const say = useSay()
  const dof = useDof()
  const worth = useWorth()
  const duration = useDuration()
  const money = worth(consumed)
  const note = say("cockpit.of", { amount: dof(allocated) })
  return (
    <>
      <span class="lg:hidden">
        <Meter consumed={consumed} allocated={allocated} size={52} />
      </span>
      <span class="self-center max-lg:hidden">
        <Meter consumed={consumed} allocated={allocated} size={200} note={note} />
      </span>
      <p class="grid min-w-0 flex-1 gap-x-4 text-xs leading-tight figures sm:text-sm sm:max-lg:[@media(max-height:560px)]:grid-cols-2 lg:gap-1 lg:text-base">
        <span class="font-medium">
          {say("cockpit.used", { amount: dof(consumed) })}
          {money && <span class="ms-2 text-soft max-sm:hidden">{say("amount.about", { money })}</span>}
        </span>
        <span>{say("cockpit.left", { amount: dof(remaining) })}</span>
        <span class={secondsLeft === undefined ? "text-warn" : "text-soft"}>
          {secondsLeft === undefined ? say("cockpit.stands") : say("cockpit.lasts", { time: duration(secondsLeft) })}
        </span>
        <span class="text-soft">{say("cockpit.rate", { amount: dof(rate) })}</span>
      </p>
    </>
  )
}

/** Nothing is metered, but the time is short. */
function Free({ line }: { line: Line }) {
  const say = useSay()
  const locale = useLocale()
  const until = useOf(line, (it) => it.until)
  return (
    <p class="min-w-0 flex-1">
      {until
        ? say("cockpit.freeUntil", { time: new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(until) })
        : say("cockpit.free")}
    </p>
  )
}

/** Said at once: soon there is nothing left to go on with. */
function LowBalance({ line }: { line: Line }) {
  const say = useSay()
  const number = useNumber()
  const low = useOf(line, (it) => it.low)
  return (
    <p
      role="alert"
      class={low ? "mt-2 rounded-md border border-warn bg-raised px-3 py-2 text-sm text-warn" : "sr-only"}
    >
      {low ? say("cockpit.low", { percent: number(low / 100, { style: "percent" }) }) : ""}
    </p>
  )
}
