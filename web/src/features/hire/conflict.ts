import { ApiError } from "@jiga/store"

/** The session with this agent that there is already, where that is why there is no second one. */
export function sessionOf(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.code !== "SESSION_ALREADY_ACTIVE") return undefined
  const { sessionId } = error.params
  return typeof sessionId === "string" ? sessionId : undefined
}
