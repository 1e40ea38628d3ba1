import type { Agent, OwnAgent } from "@jiga/store"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useLocale, useSay, useWord } from "../../app/text"
import { fieldsOf, useFirstWrong } from "../../parts/fields"
import { Problem, useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { Fact } from "../../ui/Fact"
import { Field, Input, TextArea } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"

/** Who owns what the platform brought along. */
const PLATFORM = "system"
const TRAINED = "Trained"

/** One agent, as an operator sees it: also one that is not published. */
export function AgentView({ id }: { id: string }) {
  const say = useSay()
  const word = useWord()
  const { data, error, refetch } = useQuery({
    queryKey: ["agent", id],
    queryFn: ({ signal }) => store().agents.get(id, {}, { signal }),
  })
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Skeleton class="h-120" />
  const isPublished = data.marketplaceStatus.isPublished
  return (
    <article class="grid max-w-3xl min-w-0 gap-6">
      <header class="flex flex-wrap items-center gap-3">
        <h2 class="min-w-0 text-xl">{data.name}</h2>
        <RankBadge rank={data.rank} />
      </header>
      <dl class="grid gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2">
        <Fact label={say("ops.agentId")}>
          <span class="break-all">{data.id}</span>
        </Fact>
        <Fact label={say("ops.owner")}>
          {data.ownerId === PLATFORM ? (
            say("ops.platform")
          ) : (
            <Link
              href={`/console/books?user=${encodeURIComponent(data.ownerId)}`}
              class="inline-block py-1 break-all text-accent underline"
            >
              {data.ownerId}
            </Link>
          )}
        </Fact>
        <Fact label={say("ops.type")}>{word("agent.type", data.type)}</Fact>
        <Fact label={say("ops.published")}>
          {isPublished ? (
            <Link href={`/agents/${encodeURIComponent(data.id)}`} class="inline-block py-1 text-accent underline">
              {say("ops.yes")}: {say("ops.listing")}
            </Link>
          ) : (
            say("ops.no")
          )}
        </Fact>
      </dl>
      <Training of={data} />
    </article>
  )
}

function Training({ of }: { of: Agent }) {
  const say = useSay()
  const word = useWord()
  const locale = useLocale()
  const { specialization } = of
  const games = new Intl.ListFormat(locale, { type: "conjunction" }).format(specialization?.games ?? [])
  return (
    <section aria-labelledby="training" class="grid gap-4">
      <h2 id="training" class="text-lg">
        {say("ops.training")}
      </h2>
      <p>{state()}</p>
      {of.ownerId === PLATFORM ? <p class="text-soft">{say("ops.systemAgent")}</p> : <TrainingForm of={of} />}
    </section>
  )

  function state(): string {
    if (!specialization) return say("ops.untrained")
    const { focus, specialistType } = specialization
    if (specialistType === TRAINED) return say("ops.trained", { games, focus })
    return say("ops.specialist", { kind: word("ops.specialist", specialistType), games, focus })
  }
}

function TrainingForm({ of }: { of: Agent }) {
  const say = useSay()
  const said = useProblem()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const path = `/admin/agents/${encodeURIComponent(of.id)}/training`
  const changed = (agent: OwnAgent) => {
    queries.setQueryData(["agent", of.id], agent)
    queries.invalidateQueries({ queryKey: ["console", "agents"] })
  }
  const training = useMutation({
    mutationFn: (body: { games: string[]; focus: string }) => store().request<OwnAgent>({ method: "PUT", path, body }),
    onSuccess: changed,
  })
  const form = useFirstWrong(training.error)
  const wrong = fieldsOf(training.error)
  const isTrained = of.specialization?.specialistType === TRAINED
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    training.mutate({
      games: String(typed.get("games") ?? "")
        .split(/[\n,]+/)
        .map((game) => game.trim())
        .filter(Boolean),
      focus: String(typed.get("focus") ?? "").trim(),
    })
  }
  return (
    <form ref={form} onSubmit={submit} noValidate class="grid gap-4">
      <p class="text-soft">{say("ops.trainWhat")}</p>
      <Field label={say("ops.games")} hint={say("ops.gamesHint")} error={wrong.games ?? wrong["games[0]"]}>
        {(field) => <TextArea {...field} name="games" defaultValue={of.specialization?.games.join("\n") ?? ""} />}
      </Field>
      <Field label={say("ops.focus")} hint={say("ops.focusHint")} error={wrong.focus}>
        {(field) => <Input {...field} name="focus" autocomplete="off" defaultValue={of.specialization?.focus ?? ""} />}
      </Field>
      {training.error && Object.keys(wrong).length === 0 && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(training.error)}
        </p>
      )}
      <div class="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" busy={training.isPending}>
          {say(training.isPending ? "ops.working" : isTrained ? "ops.trainAgain" : "ops.train")}
        </Button>
        {isTrained && (
          <Button kind="danger" onClick={() => setAsked(true)}>
            {say("ops.untrain")}
          </Button>
        )}
        <p role="status" class="text-good">
          {training.isSuccess && say("ops.done")}
        </p>
      </div>
      {asked && (
        <UntrainDialog
          of={of}
          close={() => setAsked(false)}
          untrained={(agent) => {
            setAsked(false)
            training.reset()
            changed(agent)
          }}
        />
      )}
    </form>
  )
}

interface UntrainDialogProps {
  of: Agent
  close: () => void
  untrained: (agent: OwnAgent) => void
}

function UntrainDialog({ of, close, untrained }: UntrainDialogProps) {
  const say = useSay()
  const said = useProblem()
  const path = `/admin/agents/${encodeURIComponent(of.id)}/training`
  const taking = useMutation({
    mutationFn: () => store().request<OwnAgent>({ method: "DELETE", path }),
    onSuccess: untrained,
  })
  return (
    <Dialog title={say("ops.untrainAsk", { name: of.name })} close={close}>
      <div class="grid gap-4">
        <p>{say("ops.untrainEnds")}</p>
        {taking.error && (
          <p role="alert" class="rounded-md border border-loss p-3">
            {said(taking.error)}
          </p>
        )}
        <div class="flex flex-wrap gap-3">
          <Button kind="danger" onClick={() => taking.mutate()} busy={taking.isPending}>
            {taking.isPending ? say("ops.working") : say("ops.untrainDo", { name: of.name })}
          </Button>
          <Button onClick={close}>{say("ops.keep")}</Button>
        </div>
      </div>
    </Dialog>
  )
}
