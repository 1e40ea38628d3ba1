/**
 * Web components of the JavaScript SDK of JIGA Store: `<jiga-meter>` and `<jiga-talk>`.
 *
 * @packageDocumentation
 */
import { JigaMeter } from "./meter.js"
import { JigaTalk } from "./talk.js"

export type { Labels } from "./labels.js"
export { JigaMeter, JigaTalk }

/**
 * Makes `<jiga-meter>` and `<jiga-talk>` known to the page; again does nothing.
 *
 * @example
 * ```ts
 * import { defineElements } from "@jiga/store/elements"
 * defineElements()
 * ```
 */
export function defineElements(registry: CustomElementRegistry = customElements): void {
  if (!registry.get("jiga-meter")) registry.define("jiga-meter", JigaMeter)
  if (!registry.get("jiga-talk")) registry.define("jiga-talk", JigaTalk)
}

declare global {
  interface HTMLElementTagNameMap {
    "jiga-meter": JigaMeter
    "jiga-talk": JigaTalk
  }
}
