import { useEffect, useState } from "preact/hooks"
import type { MessageId } from "../../app/messages"
import { useMutation } from "../../app/mutation"
import { useSay } from "../../app/text"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { Field, TextArea } from "../../ui/Field"
import { Icon } from "../../ui/Icon"
import { type BadLine, type Moment, Player, read } from "./events"
import type { Line, Phase } from "./line"
import { MOST_BYTES } from "./shared"

const EXAMPLE = '{"kind": "kill", "weapon": "M4", "headshot": true}'

interface Played {
  title: string
  player: Player
  /** It begins once the agent listens. */
  isDue: boolean
}

interface Playing {
  played: Played | undefined
  /** Plays it: at once, or when the agent listens. */
  open: (moments: Moment[], title: string) => void
  /** As `open`, but it waits to be played: questions in it cost what all questions do. */
  load: (moments: Moment[], title: string) => void
  close: () => void
}

/** What is played to the agent. It stops when the agent does not listen, and when the page is left. */
export function usePlayer(line: Line, phase: Phase): Playing {
  const [, again] = useState(0)
  const [played, setPlayed] = useState<Played>()
  const listens = phase.is === "live"
  useEffect(() => () => played?.player.pause(), [played])
  useEffect(() => {
    if (!listens) played?.player.pause()
    else if (played?.isDue) {
      played.isDue = false
      played.player.play()
    }
  }, [listens, played])
  const take = (moments: Moment[], title: string, isDue: boolean) => {
    const player = new Player(
      moments,
      ({ event, question }) => {
        if (event) line.tell(event.kind, event.about)
        else if (question) line.say(question)
      },
      () => (player.isOver ? setPlayed(undefined) : again((n) => n + 1)),
    )
    setPlayed({ title, player, isDue })
  }
  return {
    played,
    load: (moments, title) => take(moments, title, false),
    open: (moments, title) => take(moments, title, true),
    close: () => setPlayed(undefined),
  }
}

interface StripProps {
  player: Played
  canPlay: boolean
  close: () => void
}

/** How far it is, and how to halt it. */
export function PlayerStrip({ player: { title, player }, canPlay, close }: StripProps) {
  const say = useSay()
  return (
    <div class="flex items-center gap-2 rounded-md border border-line bg-raised ps-3">
      <p class="min-w-0 flex-1 truncate text-sm figures">
        {say("cockpit.played", { title, at: player.at, of: player.moments.length })}
      </p>
      <Button
        kind="quiet"
        disabled={!canPlay}
        aria-label={say(player.plays ? "cockpit.halt" : "cockpit.play")}
        onClick={() => (player.plays ? player.pause() : player.play())}
      >
        <Icon name={player.plays ? "pause" : "play"} solid={!player.plays} />
      </Button>
      <Button kind="quiet" aria-label={say("cockpit.unload", { title })} onClick={close}>
        <Icon name="close" />
      </Button>
    </div>
  )
}

/** Reads the text of a file with events; undefined is one that was too large. What is wrong with it is said in a sentence. */
export function useRead(): (text: string | undefined) => { moments: Moment[]; wrong?: string } {
  const say = useSay()
  return (text) => {
    if (text === undefined) return { moments: [], wrong: say("cockpit.fileTooLarge") }
    const { moments, bad } = read(text)
    if (bad[0]) return { moments, wrong: say(messageOf(bad[0]), { line: bad[0].line }) }
    return moments.length > 0 ? { moments } : { moments, wrong: say("cockpit.fileEmpty") }
  }
}

interface FeedProps {
  name: string
  play: (moments: Moment[], title: string) => void
  close: () => void
}

/** How a game without a plug-in tells what happens: a match that was recorded, a text, or a file. */
export function FeedDialog({ name, play, close }: FeedProps) {
  const say = useSay()
  const [text, setText] = useState("")
  const readFile = useRead()
  const pasted = read(text)
  const recorded = useMutation({
    mutationFn: async () => read((await import("./match.jsonl?raw")).default).moments,
    onSuccess: (moments) => play(moments, say("cockpit.recorded")),
  })
  const opened = useMutation({
    mutationFn: async (file: File) => {
      const { moments, wrong } = readFile(file.size > MOST_BYTES ? undefined : await file.text())
      if (wrong !== undefined) throw new Error(wrong)
      return { moments, title: file.name }
    },
    onSuccess: ({ moments, title }) => play(moments, title),
  })
  return (
    <Dialog title={say("cockpit.feed")} close={close}>
      <div class="grid gap-6">
        <p class="text-soft">{say("cockpit.feedHint", { name })}</p>
        <section class="grid justify-items-start gap-2">
          <h3 class="text-lg">{say("cockpit.recorded")}</h3>
          <p class="text-sm text-soft">{say("cockpit.recordedHint")}</p>
          <Button kind="primary" disabled={recorded.isPending} onClick={() => recorded.mutate()}>
            <Icon name="play" solid />
            {say("cockpit.playRecorded")}
          </Button>
          {recorded.error && (
            <p role="alert" class="text-sm text-loss">
              {say("state.unreachable")}
            </p>
          )}
        </section>
        <section class="grid gap-2">
          <Field
            label={say("cockpit.paste")}
            hint={say("cockpit.pasteHint", { example: EXAMPLE })}
            error={pasted.bad[0] && say(messageOf(pasted.bad[0]), { line: pasted.bad[0].line })}
          >
            {(of) => (
              <TextArea
                {...of}
                spellcheck={false}
                autocomplete="off"
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button
              disabled={pasted.moments.length === 0 || pasted.bad.length > 0}
              onClick={() => play(pasted.moments, say("cockpit.pasted"))}
            >
              {say("cockpit.sendEvents", { count: pasted.moments.length })}
            </Button>
          </div>
        </section>
        <Field label={say("cockpit.file")} error={opened.error?.message}>
          {(of) => (
            <input
              {...of}
              type="file"
              accept=".jsonl,.ndjson,.json,.txt,application/json,text/plain"
              onChange={({ currentTarget: { files } }) => files?.[0] && opened.mutate(files[0])}
              class="press w-full rounded-md border border-line bg-raised p-2 text-sm file:me-3 file:min-h-8 file:rounded-md file:border-0 file:bg-higher file:px-3 file:text-ink"
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}

function messageOf({ why }: BadLine): MessageId {
  return why === "json" ? "cockpit.notJson" : "cockpit.noKind"
}
