import { useSay } from "../../app/text"
import { useDof } from "../../ui/Amount"
import type { faultsOf } from "./draft"

/** What stands at each field: what the store refused, or else what it would; the latter once somebody has tried. */
export function useWrong(
  faults: ReturnType<typeof faultsOf>,
  refusals: Record<string, string>,
  tried: boolean,
): Record<string, string | undefined> {
  const say = useSay()
  const dof = useDof()
  if (!tried) return refusals
  const known = Object.entries(faults).map(([field, fault]) => {
    if (!fault) return [field, undefined]
    const values = Object.entries(fault.values ?? {}).map(([name, value]) => [
      name,
      // A count is left to the message, which says it in the plural.
      typeof value === "number" && name !== "count" ? dof(value) : value,
    ])
    return [field, say(fault.says, Object.fromEntries(values))]
  })
  return { ...Object.fromEntries(known), ...refusals }
}

/** Leads to the first field that is wrong, once it is shown as such. */
export function toFirstWrong(form: EventTarget | null): void {
  requestAnimationFrame(() => {
    if (!(form instanceof HTMLElement)) return
    const wrong = form.querySelector<HTMLElement>("[aria-invalid=true], fieldset[data-wrong=true]")
    const field = wrong?.matches("fieldset") ? wrong.querySelector<HTMLElement>("input:enabled") : wrong
    field?.focus()
  })
}
