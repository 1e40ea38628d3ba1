import { ApiError } from "@jiga/store"

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
