import { ConnectionError } from "@jiga/store"

export interface Check {
  name: string
  healthy: boolean
  detail?: string | null
}

/** Whether a process may take traffic, and what it looked at. */
export interface Readiness {
  status: string
  checks: Check[]
  timestamp: string
}

/**
 * The report of `/ready`. It stands beside the API, so the SDK does not reach it; and where it says no (503), the report is the answer
 * all the same.
 */
export async function readiness(signal: AbortSignal): Promise<Readiness> {
  let report: unknown
  try {
    const answer = await fetch("/ready", { headers: { accept: "application/json" }, signal })
    report = await answer.json()
  } catch (cause) {
    signal.throwIfAborted()
    throw new ConnectionError("GET /ready failed. Is the store there?", { cause })
  }
  if (!isReport(report)) throw new ConnectionError("What answered at /ready is no store.")
  return report
}

function isReport(said: unknown): said is Readiness {
  return typeof said === "object" && said !== null && "checks" in said && Array.isArray(said.checks)
}
