import type { ComponentChildren } from "preact"
import { useEffect, useId, useRef } from "preact/hooks"
import { useSay } from "../app/text"
import { Icon } from "./Icon"

interface DialogProps {
  title: string
  close: () => void
  children: ComponentChildren
}

/** Asks, above the page. The browser's own: it keeps the focus, gives it back, and closes by Escape. */
export function Dialog({ title, close, children }: DialogProps) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={close}
      class="m-auto w-[min(560px,calc(100vw-24px))] rounded-lg border border-line bg-raised p-6 text-ink"
    >
      <header class="mb-4 flex items-start justify-between gap-4">
        <h2 id={id} class="min-w-0 text-xl wrap-anywhere">
          {title}
        </h2>
        <button
          type="button"
          class="press -mt-2 -me-3 grid place-items-center"
          aria-label={say("dialog.close")}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  )
}
