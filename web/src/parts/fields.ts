import { ValidationError } from "@jiga/store"

/** What is wrong with what was typed, by the name of its field; empty where the refusal is of the whole. */
export function fieldsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ValidationError)) return {}
  return Object.fromEntries(error.fields.map(({ field, message }) => [field, message]))
}
