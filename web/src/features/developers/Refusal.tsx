import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"

/** What the store refuses as a whole; what it refuses of a field stands at that field. */
export function Refusal({ error }: { error: unknown }) {
  const said = useProblem()
  if (!error || Object.keys(fieldsOf(error)).length > 0) return null
  return (
    <p role="alert" data-wrong tabIndex={-1} class="rounded-md border border-loss p-3">
      {said(error)}
    </p>
  )
}
