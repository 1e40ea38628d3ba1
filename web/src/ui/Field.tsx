import type { ComponentChildren, JSX } from "preact"
import { useId } from "preact/hooks"

interface FieldProps {
  label: string
  /** What to know before one types. */
  hint?: string | undefined
  /** What is wrong with what was typed, in a sentence. */
  error?: string | undefined
  children: (of: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean }) => ComponentChildren
}

/** A label above what it names, and below it what helps. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const told = error ?? hint
  return (
    <div class="grid gap-1">
      <label for={id} class="text-sm font-medium">
        {label}
      </label>
      {children({ id, "aria-describedby": told ? `${id}-told` : undefined, "aria-invalid": error !== undefined })}
      {told && (
        <p id={`${id}-told`} role={error ? "alert" : undefined} class={`text-sm ${error ? "text-loss" : "text-soft"}`}>
          {told}
        </p>
      )}
    </div>
  )
}

const BOX =
  "press w-full rounded-md border border-line bg-raised px-3 text-ink placeholder:text-soft aria-invalid:border-loss"

export function Input(props: Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "class">) {
  return <input class={BOX} {...props} />
}

export function Select(props: Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, "class">) {
  return <select class={BOX} {...props} />
}

export function TextArea(props: Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, "class">) {
  return <textarea class={`${BOX} min-h-24 py-2`} {...props} />
}
