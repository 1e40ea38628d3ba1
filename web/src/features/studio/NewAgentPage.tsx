import { useRef, useState } from "preact/hooks"
import { useLocation, useSearchParams } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { HowItSpeaks, WhatItCanDo, WhatItCosts, WhoItIs } from "./AgentFields"
import { agentChanged } from "./agents"
import { BackToAll } from "./BackToAll"
import { changed, emptyDraft, faultsOf, requestOf, STEPS, type StepId } from "./draft"
import { useKept } from "./kept"
import { Ruled, type Rules } from "./Ruled"
import { COACH } from "./ranks"
import { addressOf } from "./tabs"
import { toFirstWrong, useWrong } from "./wrong"

const PARTS = { who: WhoItIs, can: WhatItCanDo, speaks: HowItSpeaks, price: WhatItCosts }

/** Makes an agent, one question after the other. What was typed survives an error, a reload and a way back. */
export function Page() {
  const say = useSay()
  useTitle(say("studio.create"))
  return (
    <div class="mx-auto grid max-w-2xl gap-6">
      <header class="grid gap-2">
        <BackToAll />
        <h1 class="text-xl">{say("studio.create")}</h1>
      </header>
      <Ruled size="h-233 sm:h-198">{(rules) => <Questions rules={rules} />}</Ruled>
    </div>
  )
}

function Questions({ rules }: { rules: Rules }) {
  const { options } = rules
  const say = useSay()
  const said = useProblem()
  const [, go] = useLocation()
  const [params, setParams] = useSearchParams()
  const { value: draft, change: keep, forget } = useKept("jiga.studio.new", emptyDraft(options))
  const [tried, setTried] = useState<StepId[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const at = Math.max(
    0,
    STEPS.findIndex(({ id }) => id === params.get("step")),
  )
  const step = STEPS[at] ?? STEPS[0]
  const faults = faultsOf(draft, options)

  const making = useMutation({
    mutationFn: () => store().agents.create(requestOf(draft)),
    onSuccess: async (agent) => {
      forget()
      await agentChanged(agent)
      go(addressOf(agent.id, "market"), { replace: true })
    },
    onError: (error) => {
      const refused = Object.keys(fieldsOf(error))
      const first = STEPS.find(({ fields }) => fields.some((field) => refused.includes(field)))
      if (first) show(first.id)
    },
  })
  const refusals = fieldsOf(making.error)
  const wrong = useWrong(faults, refusals, tried.includes(step.id))
  const told = making.error && Object.keys(refusals).length === 0 ? said(making.error) : undefined
  const show = (id: StepId) => {
    setParams({ step: id })
    // A reader of the screen is told which step it is now.
    requestAnimationFrame(() => heading.current?.focus())
  }
  const change = (changes: Partial<typeof draft>) => {
    if (making.isError) making.reset()
    keep(changed(draft, changes, options))
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried([...tried, step.id])
    if (step.fields.some((field) => faults[field])) return toFirstWrong(event.currentTarget)
    const next = STEPS[at + 1]
    if (next) return show(next.id)
    const unfinished = STEPS.find(({ fields }) => fields.some((field) => faults[field]))
    if (!unfinished) return making.mutate()
    setTried([...tried, unfinished.id])
    show(unfinished.id)
  }
  const Part = PARTS[step.id]
  return (
    <>
      <Steps at={at} show={show} />
      <form onSubmit={submit} class="grid gap-6" noValidate>
        <h2 ref={heading} tabIndex={-1} class="text-lg outline-none">
          {say(`studio.step.${step.id}`)}
        </h2>
        <Part rules={rules} draft={draft} change={change} wrong={wrong} />
        {step.id === "price" && (
          <p class="rounded-md border border-line bg-raised p-3">
            {say(draft.provider === COACH ? "studio.madeBuiltin" : "studio.madeOther")}
          </p>
        )}
        {told && (
          <p role="alert" class="rounded-md border border-loss p-3">
            {told}
          </p>
        )}
        <div class="flex flex-wrap justify-between gap-3">
          {at > 0 ? (
            <Button onClick={() => show(STEPS[at - 1]?.id ?? "who")}>{say("studio.back")}</Button>
          ) : (
            <LinkButton to="/studio">{say("studio.cancel")}</LinkButton>
          )}
          <Button type="submit" kind="primary" disabled={making.isPending}>
            {say(making.isPending ? "studio.working" : at < STEPS.length - 1 ? "studio.next" : "studio.make")}
          </Button>
        </div>
      </form>
    </>
  )
}

/** Where one is, and the way to what was answered before. */
function Steps({ at, show }: { at: number; show: (id: StepId) => void }) {
  const say = useSay()
  return (
    <ol class="grid grid-cols-4 gap-2" aria-label={say("studio.steps")}>
      {STEPS.map(({ id }, index) => (
        <li key={id}>
          <button
            type="button"
            aria-current={index === at ? "step" : undefined}
            disabled={index > at}
            onClick={() => show(id)}
            class={`press w-full border-t-4 pt-2 text-start text-sm ${index <= at ? "border-accent" : "border-line text-soft"} ${index === at ? "font-semibold" : ""}`}
          >
            <span class="figures">{index + 1}</span> <span class="max-sm:sr-only">{say(`studio.step.${id}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
