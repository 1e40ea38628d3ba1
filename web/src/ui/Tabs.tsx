import type { ComponentChildren } from "preact"
import { useId, useRef } from "preact/hooks"

interface TabsProps<T extends string> {
  label: string
  tabs: readonly { value: T; label: string }[]
  chosen: T
  choose: (value: T) => void
  children: ComponentChildren
}

/** One of several at a time; the arrow keys go from one to the next (WAI-ARIA's tabs). */
export function Tabs<T extends string>({ label, tabs, chosen, choose, children }: TabsProps<T>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const go = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ value }) => value === chosen)
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight"
    const back = document.documentElement.dir === "rtl" ? "ArrowRight" : "ArrowLeft"
    const to = { [forward]: at + 1, [back]: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[to % tabs.length]
    if (!next) return
    event.preventDefault()
    choose(next.value)
    list.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus()
  }
  return (
    <div class="grid min-w-0 gap-4">
      <div ref={list} role="tablist" aria-label={label} onKeyDown={go} class="flex flex-wrap border-b border-line">
        {tabs.map(({ value, label: name }) => (
          <button
            key={value}
            type="button"
            role="tab"
            id={`${id}-${value}`}
            data-value={value}
            aria-selected={value === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={value === chosen ? 0 : -1}
            onClick={() => choose(value)}
            class={`press -mb-px border-b-2 px-4 font-medium ${value === chosen ? "border-accent text-accent" : "border-transparent text-soft hover:text-ink"}`}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} class="grid min-w-0 gap-4">
        {children}
      </div>
    </div>
  )
}
