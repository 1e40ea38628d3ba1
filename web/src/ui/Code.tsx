import { useRef, useState } from "preact/hooks"
import { useSay } from "../app/text"
import { Button } from "./Button"
import { Icon } from "./Icon"

interface CodeProps {
  /** What it is, for whoever does not see it. */
  label: string
  text: string
  /** Long lines are broken instead of scrolled: for what has no lines of its own. */
  wrap?: boolean
}

/** Text for programs: it can be marked and copied, or copied by its button, which says that it did. */
export function Code({ label, text, wrap }: CodeProps) {
  const say = useSay()
  const pre = useRef<HTMLPreElement>(null)
  const [copied, setCopied] = useState<"yes" | "by hand">()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied("yes")
    } catch {
      // Without HTTPS, or refused: what is marked is copied by the keyboard.
      if (pre.current) getSelection()?.selectAllChildren(pre.current)
      setCopied("by hand")
    }
  }
  return (
    <div class="grid min-w-0 gap-1 rounded-md border border-line bg-ground">
      <pre
        ref={pre}
        dir="ltr"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard
        tabIndex={0}
        role="region"
        aria-label={label}
        class={`max-h-160 overflow-auto p-3 text-sm ${wrap ? "whitespace-pre-wrap break-all" : ""}`}
      >
        <code>{text}</code>
      </pre>
      <div class="flex items-center justify-end gap-2 border-t border-line">
        <span role="status" class="flex items-center gap-1 text-sm text-good">
          {copied && (
            <>
              <Icon name="check" />
              {say(copied === "yes" ? "copy.done" : "copy.byHand")}
            </>
          )}
        </span>
        <Button
          kind="quiet"
          onClick={copy}
          onBlur={() => setCopied(undefined)}
          aria-label={`${say("copy.do")}: ${label}`}
        >
          {say("copy.do")}
        </Button>
      </div>
    </div>
  )
}
