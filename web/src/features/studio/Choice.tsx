import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"

interface ChoiceProps {
  /** Several of them may be chosen, or one. */
  kind?: "checkbox" | "radio"
  name: string
  label: string
  hint?: string | undefined
  checked: boolean
  disabled?: boolean
  choose: (checked: boolean) => void
}

/** One thing to choose, with what it means below it. */
export function Choice({ kind = "checkbox", name, label, hint, checked, disabled = false, choose }: ChoiceProps) {
  return (
    <label
      class={`press flex items-start gap-3 rounded-md border p-3 ${checked ? "border-accent" : "border-line"} ${disabled ? "opacity-60" : "cursor-pointer hover:bg-higher"}`}
    >
      <input
        type={kind}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
        class="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span class="min-w-0">
        <span class="block">{label}</span>
        {hint && <span class="block text-sm text-soft">{hint}</span>}
      </span>
    </label>
  )
}

interface ChoicesProps {
  legend: string
  hint?: string | undefined
  error?: string | undefined
  /** As many beside each other as there is room for. */
  dense?: boolean
  children: ComponentChildren
}

/** Things to choose from, under one question. */
export function Choices({ legend, hint, error, dense = false, children }: ChoicesProps) {
  const id = useId()
  return (
    <fieldset class="grid gap-2" aria-describedby={error && id} data-wrong={error !== undefined}>
      <legend class="mb-1 text-sm font-medium">{legend}</legend>
      {hint && <p class="text-sm text-soft">{hint}</p>}
      {/* Above them: below ten of them nobody looks. */}
      {error && (
        <p id={id} role="alert" class="text-sm text-loss">
          {error}
        </p>
      )}
      <div class={`grid gap-2 ${dense ? "sm:grid-cols-2" : ""}`}>{children}</div>
    </fieldset>
  )
}
