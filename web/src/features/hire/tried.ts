import type { Session } from "@jiga/store"

/** What is asked of a session that one had. */
export type Past = Pick<Session, "agentId" | "type" | "startedAt">

/** Whether one of them was a trial of this agent. One that was never opened has tried nothing. */
export function wasTried(agentId: string | undefined, sessions: readonly Past[]): boolean {
  return sessions.some(({ type, startedAt, ...past }) => past.agentId === agentId && type === "trial" && startedAt)
}
