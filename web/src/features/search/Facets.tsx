import type { Found } from "@jiga/store"
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { useSay, useWord } from "../../app/text"
import { useDof, useNumber } from "../../ui/Amount"
import { type Filter, has, type ListName, toggled } from "./criteria"

type Counts = Record<string, number>
interface Range {
  from: number
  to?: number
  count: number
}

interface FacetsProps {
  found: Found
  params: URLSearchParams
  setParams: (change: (before: URLSearchParams) => URLSearchParams, options?: { replace: boolean }) => void
}

const HIGHEST_PRICE = 30_000
const PRICE_STEP = 500
const RATINGS = [4, 3, 2]

/** What narrows the search, with how many agents each choice would leave. */
export function Facets({ found, params, setParams }: FacetsProps) {
  const say = useSay()
  const word = useWord()
  const facets = found.facets as Record<string, Counts | Range[]>
  const toggle = (filter: Filter) => setParams((before) => toggled(before, filter))
  const lists: [ListName, string, Counts][] = [
    ["game", say("find.game"), facets.games as Counts],
    ["rank", say("find.rank"), facets.rank as Counts],
    ["type", say("find.type"), facets.type as Counts],
  ]
  return (
    <div class="grid gap-6">
      {lists.map(([name, label, counts]) => (
        <Group key={name} label={label}>
          {shown(counts, params.getAll(name)).map(([value, count]) => (
            <Choice
              key={value}
              label={name === "game" ? value : word(`agent.${name}`, value)}
              count={count}
              checked={has(params, { name, value })}
              toggle={() => toggle({ name, value })}
            />
          ))}
        </Group>
      ))}
      <Price ranges={facets.price as Range[]} params={params} setParams={setParams} />
      <Group label={say("find.rating")}>
        {RATINGS.map((rating) => (
          <Choice
            key={rating}
            label={say("find.minRating", { rating })}
            count={(facets.rating as Range[])
              .filter(({ from }) => from >= rating)
              .reduce((sum, { count }) => sum + count, 0)}
            checked={params.get("minRating") === String(rating)}
            toggle={() => toggle({ name: "minRating", value: String(rating) })}
          />
        ))}
      </Group>
      <Group label={say("find.abilities")}>
        {(["hasVoiceChat", "hasCommentator"] as const).map((name) => (
          <Choice
            key={name}
            label={say(name === "hasVoiceChat" ? "find.voice" : "find.commentator")}
            count={(facets[name] as Counts).true ?? 0}
            checked={has(params, { name, value: "true" })}
            toggle={() => toggle({ name, value: "true" })}
          />
        ))}
      </Group>
    </div>
  )
}

/** What is chosen stays in the list, also where it leaves nothing. */
function shown(counts: Counts, chosen: string[]): [string, number][] {
  const missing = chosen.filter((value) => !(value in counts)).map((value): [string, number] => [value, 0])
  return [...Object.entries(counts), ...missing]
}

function Group({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend class="mb-1 font-medium">{label}</legend>
      {children}
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  count: number
  checked: boolean
  toggle: () => void
}

function Choice({ label, count, checked, toggle }: ChoiceProps) {
  const number = useNumber()
  return (
    <label class="press flex cursor-pointer items-center gap-3 rounded-md px-1 hover:bg-higher">
      <input type="checkbox" checked={checked} onChange={toggle} class="size-5 accent-accent" />
      <span class="min-w-0 flex-1">{label}</span>
      <span class="text-sm text-soft figures">{number(count)}</span>
    </label>
  )
}

/** How prices lie, as bars, and below them what one pays at most. */
function Price({ ranges, params, setParams }: { ranges: Range[] } & Pick<FacetsProps, "params" | "setParams">) {
  const say = useSay()
  const dof = useDof()
  const chosen = Number(params.get("maxPrice")) || HIGHEST_PRICE
  const [pulled, setPulled] = useState<number>()
  const most = Math.max(1, ...ranges.map(({ count }) => count))
  const value = pulled ?? chosen
  const choose = () => {
    if (pulled === undefined) return
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (pulled >= HIGHEST_PRICE) after.delete("maxPrice")
      else after.set("maxPrice", String(pulled))
      return after
    })
    setPulled(undefined)
  }
  return (
    <Group label={say("find.price")}>
      <ul class="flex h-16 items-end gap-1">
        {ranges.map(({ from, to, count }) => (
          <li
            key={from}
            title={`${to === undefined ? say("find.priceFrom", { from: dof(from) }) : say("find.priceRange", { from: dof(from), to: dof(to) })}: ${count}`}
            class="relative h-full flex-1"
          >
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
              <rect
                x="0"
                y={100 - (count / most) * 96 - 4}
                width="10"
                height="100"
                fill={from < value ? "var(--accent)" : "var(--line)"}
              />
            </svg>
            <span class="sr-only">
              {to === undefined
                ? say("find.priceFrom", { from: dof(from) })
                : say("find.priceRange", { from: dof(from), to: dof(to) })}
              : {count}
            </span>
          </li>
        ))}
      </ul>
      <label class="block">
        <span class="text-sm text-soft figures">
          {value >= HIGHEST_PRICE ? "\u00a0" : say("find.maxPrice", { amount: dof(value) })}
        </span>
        <input
          type="range"
          min={PRICE_STEP}
          max={HIGHEST_PRICE}
          step={PRICE_STEP}
          value={value}
          aria-label={say("find.price")}
          aria-valuetext={say("find.maxPrice", { amount: dof(value) })}
          onInput={(event) => setPulled(Number(event.currentTarget.value))}
          onChange={choose}
          class="press w-full accent-accent"
        />
      </label>
    </Group>
  )
}
