import type { ApiKey, ApiKeyCreated } from "@jiga/store"
import { onSignInChange } from "../../app/session"

/**
 * The text of the test key that was made last, so that examples can have it filled in. It is in this page's memory alone: a reload, or
 * another sign-in, and it is gone.
 */
let made: string | undefined

onSignInChange(() => {
  made = undefined
})

/** Of a key for trying things out: no other belongs into an example. */
export function remember({ kind, mode, key }: ApiKeyCreated): void {
  if (kind === "secret" && mode === "test") made = key
}

/** Of a key that has ended. */
export function forget({ lastFour }: ApiKey): void {
  if (made?.endsWith(lastFour)) made = undefined
}

export function madeKey(): string | undefined {
  return made
}
