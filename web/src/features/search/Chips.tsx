import { useSay, useWord } from "../../app/text"
import { useDof } from "../../ui/Amount"
import { Icon } from "../../ui/Icon"
import { cleared, type Filter, filters, toggled } from "./criteria"

interface ChipsProps {
  params: URLSearchParams
  setParams: (change: (before: URLSearchParams) => URLSearchParams) => void
}

/** What narrows the search; a press takes it away. */
export function Chips({ params, setParams }: ChipsProps) {
  const say = useSay()
  const nameOf = useName()
  const chosen = filters(params)
  if (chosen.length === 0) return null
  return (
    <ul class="flex flex-wrap gap-2">
      {chosen.map((filter) => (
        <li key={`${filter.name}=${filter.value}`}>
          <button
            type="button"
            aria-label={say("find.remove", { name: nameOf(filter) })}
            onClick={({ currentTarget }) => {
              focusAfter(currentTarget)
              setParams((before) => toggled(before, filter))
            }}
            class="press inline-flex items-center gap-1 rounded-md bg-higher px-3 text-sm"
          >
            {nameOf(filter)}
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={() => {
            document.getElementById("main")?.focus({ preventScroll: true })
            setParams(cleared)
          }}
          class="press px-3 text-sm text-accent"
        >
          {say("find.clear")}
        </button>
      </li>
    </ul>
  )
}

/** What is pressed goes away: the focus goes to the next one, and from the last one to the page. */
function focusAfter(pressed: HTMLElement): void {
  const chip = pressed.closest("li")
  const next = chip?.parentElement?.children.length === 2 ? null : chip?.nextElementSibling?.querySelector("button")
  ;(next ?? document.getElementById("main"))?.focus({ preventScroll: true })
}

function useName(): (filter: Filter) => string {
  const say = useSay()
  const word = useWord()
  const dof = useDof()
  return ({ name, value }) => {
    switch (name) {
      case "rank":
      case "type":
        return word(`agent.${name}`, value)
      case "maxPrice":
        return say("find.maxPrice", { amount: dof(Number(value)) })
      case "minRating":
        return say("find.minRating", { rating: value })
      case "hasVoiceChat":
        return say("find.voice")
      case "hasCommentator":
        return say("find.commentator")
      default:
        return value
    }
  }
}
