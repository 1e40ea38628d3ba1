import { ApiError } from "@jiga/store"
import type { RefObject } from "preact"
import { useEffect, useRef } from "preact/hooks"
import { translated } from "../app/text"

interface Wrong {
  field: string
  /** In English. */
  message: string
  /** What is wrong, such as `LENGTH`; none where only the message says it. */
  code?: string | null
  /** Its bounds, where it has some. */
  params?: { min?: number | null; max?: number | null } | null
}

/**
 * What is wrong with what was typed, by the name of its field; empty where the refusal is of the whole. In the reader's language, by its
 * code: in English, and where the code is not known, the store's own sentence.
 */
export function fieldsOf(error: unknown): Record<string, string> {
  // Not only of a ValidationError: that a name is taken is a conflict, and stands at its field too.
  const wrong = error instanceof ApiError ? (error.params.errors as Wrong[] | undefined) : undefined
  return Object.fromEntries((wrong ?? []).map((one) => [one.field, sentence(one)]))
}

/** A message has the bounds in its id that it says: `field.LENGTH.min.max`, `field.LENGTH.max`. */
function sentence({ code, params, message }: Wrong): string {
  if (!code) return message
  const bounds = Object.fromEntries(
    (["min", "max"] as const).flatMap((name) => {
      const bound = params?.[name]
      return typeof bound === "number" ? [[name, bound]] : []
    }),
  )
  return translated(`field.${[code, ...Object.keys(bounds)].join(".")}`, bounds) ?? message
}

/** Whether a refusal is of this kind, by the store's word for it. */
export function isCoded(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code
}

/** Of a form that was refused: the first field that is wrong gets the focus, wherever on a long page it stands. */
export function useFirstWrong(error: unknown): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-wrong]")?.focus()
  }, [error])
  return form
}
