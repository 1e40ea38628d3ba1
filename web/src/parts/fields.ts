import { ApiError } from "@jiga/store"
import type { RefObject } from "preact"
import { useEffect, useRef } from "preact/hooks"

interface Wrong {
  field: string
  message: string
}

/** What is wrong with what was typed, by the name of its field; empty where the refusal is of the whole. */
export function fieldsOf(error: unknown): Record<string, string> {
  // Not only of a ValidationError: that a name is taken is a conflict, and stands at its field too.
  const wrong = error instanceof ApiError ? (error.params.errors as Wrong[] | undefined) : undefined
  return Object.fromEntries((wrong ?? []).map(({ field, message }) => [field, message]))
}

/** Of a form that was refused: the first field that is wrong gets the focus, wherever on a long page it stands. */
export function useFirstWrong(error: unknown): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-wrong]")?.focus()
  }, [error])
  return form
}
