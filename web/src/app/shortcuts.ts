import { useEffect } from "preact/hooks"
import type { MessageId } from "./messages"

/** What a key does: goes to a place, or one of the frame's own acts. */
type Act = { to: string } | { act: "search" | "list" }
export type Shortcut = Act & { keys: readonly string[]; label: MessageId; who?: "me" }

/** Every shortcut there is: what is bound, and what the list shows. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ["/"], label: "keys.search", act: "search" },
  { keys: ["?"], label: "keys.list", act: "list" },
  { keys: ["g", "h"], label: "keys.home", to: "/" },
  { keys: ["g", "f"], label: "keys.find", to: "/search" },
  { keys: ["g", "s"], label: "keys.sessions", to: "/sessions", who: "me" },
  { keys: ["g", "w"], label: "keys.wallet", to: "/wallet", who: "me" },
  { keys: ["g", "a"], label: "keys.account", to: "/account", who: "me" },
]

/** Of the field where one types what one looks for. */
export const SEARCH_ID = "search"

/** The second key follows the first within so many milliseconds, or begins anew. */
const TOGETHER = 1_500
/** Where one types, or a dialog waits for an answer, keys are what they are. */
const TYPING = "input, textarea, select, [contenteditable], dialog, dialog *"

/** Hears the shortcuts, wherever on a page one is. */
export function useShortcuts(shortcuts: readonly Shortcut[], run: (shortcut: Shortcut) => void): void {
  useEffect(() => {
    let pressed: string[] = []
    let at = 0
    const onKey = (event: KeyboardEvent) => {
      const { key, target, timeStamp } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      if (key.length !== 1 || (target instanceof Element && target.matches(TYPING))) return
      // A dialog keeps the rest of the page, though nothing in it may have the focus.
      if (document.querySelector("dialog[open]")) return
      pressed = [...(timeStamp - at < TOGETHER ? pressed : []), key].slice(-2)
      at = timeStamp
      const hit = shortcuts.find(({ keys }) => keys.every((one, index) => pressed.at(index - keys.length) === one))
      if (!hit) return
      pressed = []
      event.preventDefault()
      run(hit)
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [shortcuts, run])
}
