import { useState } from "preact/hooks"
import { useLocation } from "wouter-preact"
import { Dialog } from "../ui/Dialog"
import { isSignedIn } from "./session"
import { SEARCH_ID, SHORTCUTS, type Shortcut, useShortcuts } from "./shortcuts"
import { useSay } from "./text"

/** Binds the shortcuts, and shows which there are. */
export function KeyList() {
  const say = useSay()
  const [, go] = useLocation()
  const [shown, setShown] = useState(false)
  const there = isSignedIn() ? SHORTCUTS : FOR_EVERYBODY
  useShortcuts(there, (shortcut) => {
    if ("to" in shortcut) go(shortcut.to)
    else if (shortcut.act === "list") setShown(true)
    else document.getElementById(SEARCH_ID)?.focus()
  })
  return shown ? (
    <Dialog title={say("keys.title")} close={() => setShown(false)}>
      <dl class="divide-y divide-line">
        {there.map((shortcut) => (
          <div key={shortcut.label} class="flex items-center justify-between gap-4 py-2">
            <dt>{say(shortcut.label)}</dt>
            <dd>
              <Keys of={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="mt-4 text-sm text-soft">{say("keys.hint")}</p>
    </Dialog>
  ) : null
}

const FOR_EVERYBODY = SHORTCUTS.filter(({ who }) => who === undefined)

function Keys({ of: { keys } }: { of: Shortcut }) {
  const say = useSay()
  const [first = "", second] = keys
  return (
    <span>
      <span class="sr-only">{second === undefined ? first : say("keys.then", { first, second })}</span>
      <span dir="ltr" aria-hidden="true" class="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            class="min-w-8 rounded-md border border-line bg-higher px-2 py-1 text-center font-sans text-sm"
          >
            {key}
          </kbd>
        ))}
      </span>
    </span>
  )
}
