import { memo } from "preact/compat"
import { useEffect, useState } from "preact/hooks"
import type { MessageId } from "../../app/messages"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Icon, type IconName } from "../../ui/Icon"
import { isOpen, type Line } from "./line"
import type { Asked, Entry, Note, Spoken } from "./talk"
import { useOf } from "./useLine"

/** How many of the newest words are read out if they come at once. */
const READ_OUT = 3
/** A word this often, in milliseconds; a long answer comes faster, so that it is never far behind. */
const WORD_EVERY = 50
const BEHIND_AT_MOST = 16

const KINDS: Record<string, MessageId> = {
  commentary: "cockpit.kind.commentary",
  team_message: "cockpit.kind.team_message",
  memory: "cockpit.kind.memory",
  lesson: "cockpit.kind.lesson",
}

interface Conversation {
  line: Line
  name: string
}

/** What the agent said last, large enough to be read beside a game, and what it is asked right now. */
export function LastWords({ line, name }: Conversation) {
  const say = useSay()
  const entries = useOf(line, (it) => it.talk.entries)
  const phase = useOf(line, (it) => it.phase)
  // What was said before the page was opened stands there at once.
  const [before] = useState(entries.at(-1)?.key ?? 0)
  const spoken = lastSpoken(entries)
  const asked = entries.findLast((entry): entry is Asked => entry.who === "player")
  const waits = asked?.state === "waiting" && (!spoken || asked.key > spoken.key)
  if (!spoken && !isOpen(phase)) return null
  const heard = entries
    .filter((entry): entry is Spoken => entry.who === "agent" && entry.done && entry.key > before)
    .slice(-READ_OUT)
  return (
    <div class="grid min-h-44 content-start gap-3 rounded-lg border border-line bg-raised p-4 md:p-6">
      {spoken ? (
        <>
          <Source entry={spoken} name={name} />
          <p dir="auto" class="text-lg leading-normal whitespace-pre-line md:text-xl md:leading-snug">
            <Words key={spoken.key} text={spoken.text} isNew={spoken.key > before} />
          </p>
        </>
      ) : (
        <p class="max-w-prose text-lg text-soft">
          {phase.is === "connecting" ? say("cockpit.connecting", { name }) : say("cockpit.nothingYet", { name })}
        </p>
      )}
      {waits && (
        <p class="text-soft" role="status">
          <strong class="font-medium">{say("cockpit.you")}</strong> {asked.text}
          <span class="block text-sm text-accent">{say("cockpit.answering", { name })}</span>
        </p>
      )}
      <div role="log" aria-live="polite" aria-label={say("cockpit.says", { name })} class="sr-only">
        {heard.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
    </div>
  )
}

function lastSpoken(entries: readonly Entry[]): Spoken | undefined {
  return entries.findLast((entry): entry is Spoken => entry.who === "agent")
}

/** Who says it and as what, with what it cost where nobody asked for it. */
function Source({ entry, name }: { entry: Spoken; name: string }) {
  const say = useSay()
  const dof = useDof()
  const kind = entry.kind === undefined ? undefined : KINDS[entry.kind]
  return (
    <p class="flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
      <strong class="font-medium text-accent">{name}</strong>
      {entry.kind !== undefined && <span>{kind ? say(kind) : entry.kind.replaceAll("_", " ")}</span>}
      {entry.title && <span>{entry.title}</span>}
      {entry.dof !== undefined && entry.dof > 0 && (
        <span class="ms-auto figures">{say("amount.dof", { amount: dof(entry.dof) })}</span>
      )}
    </p>
  )
}

/** A text that comes word by word, as it is said; at once for who wants no motion. */
function Words({ text, isNew }: { text: string; isNew: boolean }) {
  const words = text.match(/\S+\s*/g) ?? []
  const [shown, setShown] = useState(isNew ? 0 : words.length)
  const behind = words.length - shown
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  useEffect(() => {
    if (behind <= 0 || still) return
    const timer = setTimeout(() => setShown(shown + Math.ceil(behind / BEHIND_AT_MOST)), WORD_EVERY)
    return () => clearTimeout(timer)
  }, [shown, behind, still])
  return <>{still ? text : words.slice(0, shown).join("")}</>
}

interface EarlierProps extends Conversation {
  /** Asks the same again, while somebody listens. */
  again: ((text: string) => void) | undefined
}

/** All that was said before, the newest first: it stands still below the last words. */
export function Earlier({ line, name, again }: EarlierProps) {
  const say = useSay()
  const entries = useOf(line, (it) => it.talk.entries)
  const last = lastSpoken(entries)
  const before = entries
    .filter((entry) => entry !== last && !(entry.who === "player" && entry.state === "waiting"))
    .reverse()
  if (before.length === 0) return null
  return (
    <section aria-labelledby="earlier" class="grid gap-2">
      <h2 id="earlier" class="text-sm font-medium text-soft">
        {say("cockpit.earlier")}
      </h2>
      <ol class="grid gap-2">
        {before.map((entry) => (
          <li key={entry.key}>
            <One entry={entry} name={name} again={again} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OneProps {
  entry: Entry
  name: string
  again: ((text: string) => void) | undefined
}

const One = memo(
  function One({ entry, name, again }: OneProps) {
    switch (entry.who) {
      case "player":
        return <Question entry={entry} again={again} />
      case "agent":
        return (
          <div class="rounded-md border border-line bg-raised px-3 py-2">
            <Source entry={entry} name={name} />
            <p dir="auto" class="whitespace-pre-line">
              {entry.text}
            </p>
          </div>
        )
      default:
        return <Aside entry={entry} />
    }
  },
  (before, after) =>
    before.entry === after.entry &&
    before.name === after.name &&
    (before.again === undefined) === (after.again === undefined),
)

function Question({ entry, again }: { entry: Asked; again: ((text: string) => void) | undefined }) {
  const say = useSay()
  const dof = useDof()
  const said = useProblem()
  return (
    <div class="ms-8 rounded-md bg-higher px-3 py-2">
      <p class="flex items-baseline justify-between gap-3 text-sm text-soft">
        <strong class="font-medium">{say("cockpit.you")}</strong>
        {entry.dof !== undefined && (
          <span class="figures">
            {entry.dof === 0 ? say("cockpit.gratis") : say("amount.dof", { amount: dof(entry.dof) })}
          </span>
        )}
      </p>
      <p dir="auto" class="whitespace-pre-line">
        {entry.text}
      </p>
      {entry.state === "silent" && <p class="text-sm text-soft">{say("cockpit.silent")}</p>}
      {entry.state === "failed" && (
        <div role="alert" class="mt-1 grid justify-items-start gap-1 text-sm text-loss">
          <p>
            {say("cockpit.unanswered")} {said(entry.error)}
          </p>
          {again && (
            <Button kind="quiet" onClick={() => again(entry.text)}>
              {say("cockpit.sayAgain")}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

const NOTE_ICON: Record<Note["who"], IconName> = { game: "code", noticed: "eye", warning: "alert" }

function Aside({ entry }: { entry: Note }) {
  const colour = entry.who === "game" ? "text-soft" : entry.who === "warning" ? "text-warn" : "text-ink"
  return (
    <p class={`flex items-start gap-2 px-3 text-sm ${colour}`}>
      <Icon name={NOTE_ICON[entry.who]} />
      <span dir="auto" class="min-w-0">
        {entry.text}
      </span>
    </p>
  )
}
