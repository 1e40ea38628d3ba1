export type Outcome = Record<string, unknown>

const MATCHERS = new Set(["atLeast", "atMost", "present", "contains"])

/** Compares an outcome with what a scenario expects of it. @returns what is not as it should be */
export function differences(outcome: unknown, expected: Record<string, unknown>, kept: Map<string, Outcome>): string[] {
  return Object.entries(expected).flatMap(([member, wanted]) => {
    const value = (outcome as Outcome | undefined)?.[member]
    const wrong = difference(value, wanted, kept)
    return wrong === undefined ? [] : [`${member}: ${wrong}`]
  })
}

function difference(value: unknown, wanted: unknown, kept: Map<string, Outcome>): string | undefined {
  if (wanted !== null && typeof wanted === "object" && !Array.isArray(wanted)) {
    const matcher = wanted as Record<string, unknown>
    if (!Object.keys(matcher).every((name) => MATCHERS.has(name))) {
      return differences(value, matcher, kept).join("; ") || undefined
    }
    for (const [name, given] of Object.entries(matcher)) {
      const limit = resolved(given, kept)
      if (!holds(name, value, limit)) return `${show(value)}, expected ${name} ${show(limit)}`
    }
    return undefined
  }
  const exactly = resolved(wanted, kept)
  return show(value) === show(exactly) ? undefined : `${show(value)}, expected ${show(exactly)}`
}

function holds(matcher: string, value: unknown, limit: unknown): boolean {
  switch (matcher) {
    case "atLeast":
      return typeof value === "number" && value >= (limit as number)
    case "atMost":
      return typeof value === "number" && value <= (limit as number)
    case "present": {
      const there =
        value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)
      return there === limit
    }
    case "contains":
      return Array.isArray(value) ? value.includes(limit) : typeof value === "string" && value.includes(String(limit))
    default:
      return false
  }
}

function resolved(wanted: unknown, kept: Map<string, Outcome>): unknown {
  const reference = typeof wanted === "string" ? /^\$(\w+)\.(\w+)$/.exec(wanted) : null
  if (!reference) return wanted
  const [, name = "", member = ""] = reference
  if (!kept.has(name)) throw new Error(`No step is kept as '${name}'.`)
  return kept.get(name)?.[member]
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing"
}
