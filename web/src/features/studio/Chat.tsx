import type { Bill, LiveSession } from "@jiga/store"
import { useEffect, useRef, useState } from "preact/hooks"
import { queries } from "../../app/queries"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Input } from "../../ui/Field"
import { Meter } from "../../ui/Meter"

interface ChatProps {
  live: LiveSession
  name: string
  /** Back to the offer, once it is over. */
  again: () => void
}

interface Line {
  id: number
  from: "me" | "agent"
  text: string
  cost?: number
}

/** What one says and what it answers, each answer with what it cost, and the meter always in sight. */
export function Chat({ live, name, again }: ChatProps) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const [lines, setLines] = useState<Line[]>([])
  const [bill, setBill] = useState<Bill>()
  const [problem, setProblem] = useState<unknown>()
  const [typed, setTyped] = useState("")
  const cost = useCost(live)
  const number = useRef(0)
  const form = useRef<HTMLFormElement>(null)
  const end = useRef<HTMLDivElement>(null)

  useEffect(
    () =>
      live.on("ended", ({ bill }) => {
        setBill(bill)
        queries.invalidateQueries({ queryKey: ["studio", "wallet"] })
        queries.invalidateQueries({ queryKey: ["studio", "running"] })
      }),
    [live],
  )
  useEffect(() => form.current?.querySelector("input")?.focus(), [])
  useEffect(() => end.current?.scrollIntoView({ block: "nearest" }), [lines])

  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const text = typed.trim()
    if (!text) return
    const [mine, its] = [number.current++, number.current++]
    setTyped("")
    setProblem(undefined)
    setLines((before) => [...before, { id: mine, from: "me", text }, { id: its, from: "agent", text: "" }])
    const change = (changes: (line: Line) => Partial<Line>) =>
      setLines((before) => before.map((line) => (line.id === its ? { ...line, ...changes(line) } : line)))
    try {
      for await (const part of live.say(text)) {
        if (part.answer) change(() => ({ text: part.answer?.text ?? "", cost: part.answer?.dofConsumed ?? 0 }))
        else if (part.kind === undefined) change((line) => ({ text: part.restart ? part.text : line.text + part.text }))
      }
    } catch (error) {
      setProblem(error)
      setTyped(text)
      setLines((before) => before.filter(({ id }) => id !== its && id !== mine))
    }
  }
  const stop = async () => {
    try {
      setBill(await live.end())
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <section aria-label={say("studio.tryWith", { name })} class="grid max-w-3xl gap-4">
      <header class="sticky top-18 z-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised p-3">
        <Meter consumed={bill?.consumed ?? cost.consumed} allocated={cost.allocated} size={48} />
        <p class="min-w-0 flex-1 basis-40 text-sm figures" role={bill && "status"}>
          {bill
            ? say("studio.billed", { consumed: dof(bill.consumed), released: dof(bill.released) })
            : say("studio.usedOf", {
                consumed: dof(cost.consumed),
                allocated: dof(cost.allocated),
                rate: dof(cost.rate),
              })}
        </p>
        {bill ? (
          <Button kind="primary" onClick={again}>
            {say("studio.tryAgain")}
          </Button>
        ) : (
          <Button onClick={stop}>{say("studio.endRelease", { amount: dof(cost.remaining) })}</Button>
        )}
      </header>
      {lines.length === 0 && <p class="text-sm text-soft wrap-anywhere">{say("studio.talking", { name })}</p>}
      <ol aria-live="polite" class="grid gap-3">
        {lines.map(({ id, from, text, cost: price }) => (
          <li
            key={id}
            class={`max-w-[85%] rounded-lg border border-line p-3 ${from === "me" ? "justify-self-end bg-higher" : "justify-self-start bg-raised"}`}
          >
            <span class="block text-xs text-soft wrap-anywhere">{from === "me" ? say("studio.you") : name}</span>
            <p class="whitespace-pre-line wrap-anywhere">{text || "…"}</p>
            {price !== undefined && (
              <span class="text-xs text-soft figures">{say("amount.dof", { amount: dof(price) })}</span>
            )}
          </li>
        ))}
      </ol>
      <div ref={end} class="scroll-mb-36 md:scroll-mb-20" />
      {problem !== undefined && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(problem)}
        </p>
      )}
      {!bill && (
        <form ref={form} onSubmit={send} class="sticky bottom-0 z-5 flex gap-2 bg-ground py-2 max-md:bottom-16">
          <div class="min-w-0 flex-1">
            <Input
              name="say"
              value={typed}
              autocomplete="off"
              enterkeyhint="send"
              aria-label={say("studio.sayTo", { name })}
              placeholder={say("studio.sayTo", { name })}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </div>
          <Button type="submit" kind="primary" disabled={!typed.trim()}>
            {say("studio.send")}
          </Button>
        </form>
      )}
    </section>
  )
}

interface Cost {
  consumed: number
  allocated: number
  remaining: number
  rate: number
}

/** How the bill stands, as it runs. */
function useCost(live: LiveSession): Cost {
  const now = ({ consumed, allocated, remaining, rate }: Cost): Cost => ({ consumed, allocated, remaining, rate })
  const [cost, setCost] = useState<Cost>(() => now(live.cost))
  useEffect(() => live.cost.onChange((meter) => setCost(now(meter))), [live])
  return cost
}
