import { useState } from "preact/hooks"
import { useSay } from "../../app/text"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Icon } from "../../ui/Icon"
import { characters } from "./draft"

interface WordListProps {
  label: string
  hint: string
  words: string[]
  most: number
  longest: number
  error: string | undefined
  change: (words: string[]) => void
}

/** A few short texts, each added by Enter and taken away by its own button. */
export function WordList({ label, hint, words, most, longest, error, change }: WordListProps) {
  const say = useSay()
  const [typed, setTyped] = useState("")
  const word = typed.trim()
  const full = words.length >= most
  const tooLong = characters(word) > longest
  const add = () => {
    if (!word || full || tooLong) return
    setTyped("")
    if (!words.includes(word)) change([...words, word])
  }
  const told = tooLong ? say("studio.fault.tooLong", { most: longest }) : full ? undefined : error
  return (
    <div class="grid gap-2">
      <Field label={label} hint={full ? say("studio.full", { count: most }) : hint} error={told}>
        {(of) => (
          <div class="flex gap-2">
            <Input
              {...of}
              value={typed}
              disabled={full}
              autocomplete="off"
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.isComposing) return
                // Not the whole form.
                event.preventDefault()
                add()
              }}
              onBlur={add}
            />
            <Button onClick={add} disabled={full} aria-label={say("studio.addTo", { list: label })}>
              {say("studio.add")}
            </Button>
          </div>
        )}
      </Field>
      {/* There as soon as somebody types: what is added when they leave the field must not move what they are about to press. */}
      {(words.length > 0 || typed) && (
        <ul class="flex min-h-11 flex-wrap gap-2">
          {words.map((one) => (
            <li
              key={one}
              class="inline-flex min-w-0 max-w-full items-center rounded-md border border-line bg-raised ps-3"
            >
              <span class="min-w-0 wrap-anywhere">{one}</span>
              <button
                type="button"
                class="press grid shrink-0 place-items-center text-soft hover:text-ink"
                aria-label={say("studio.remove", { word: one })}
                onClick={() => change(words.filter((other) => other !== one))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
