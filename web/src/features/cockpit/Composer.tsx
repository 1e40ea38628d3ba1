import { useRef, useState } from "preact/hooks"
import { useSay } from "../../app/text"
import { useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Icon } from "../../ui/Icon"

const MOST_CHARACTERS = 4_000

interface ComposerProps {
  name: string
  /** What an answer usually costs, once that is known. */
  price: number | undefined
  state: "connecting" | "live" | "paused" | "reconnecting"
  send: (text: string) => void
  /** Opens what a game can be told by. */
  feed: () => void
}

/** What the player says, where the thumb is. While the line is broken it waits; while the session is paused nothing is answered. */
export function Composer({ name, price, state, send, feed }: ComposerProps) {
  const say = useSay()
  const dof = useDof()
  const [text, setText] = useState("")
  const box = useRef<HTMLTextAreaElement>(null)
  const isPaused = state === "paused"
  const canSend = text.trim() !== "" && (state === "live" || state === "reconnecting")
  const submit = () => {
    if (!canSend) return
    send(text.trim())
    setText("")
    box.current?.focus()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      class="flex items-end gap-2"
    >
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        value={text}
        maxLength={MOST_CHARACTERS}
        enterkeyhint="send"
        aria-label={say("cockpit.ask", { name })}
        placeholder={isPaused ? say("cockpit.askPaused") : say("cockpit.ask", { name })}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
          event.preventDefault()
          submit()
        }}
        class="press max-h-32 min-w-0 flex-1 resize-none rounded-md border border-line bg-raised px-3 py-2.5 leading-snug [field-sizing:content] placeholder:text-soft"
      />
      <Button kind="primary" type="submit" disabled={!canSend}>
        <span class="grid leading-tight">
          {say("cockpit.send")}
          <span class="text-xs figures">
            {price === undefined
              ? "\u00a0"
              : price === 0
                ? say("cockpit.gratis")
                : say("amount.dof", { amount: dof(price) })}
          </span>
        </span>
      </Button>
      <Button stacked onClick={feed}>
        <Icon name="code" />
        <span aria-hidden="true" class="md:hidden">
          {say("cockpit.feedShort")}
        </span>
        <span class="max-md:sr-only">{say("cockpit.feed")}</span>
      </Button>
    </form>
  )
}
