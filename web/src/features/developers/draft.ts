import type { ApiKey, ApiKeyPatch, ApiKeyRequest } from "@jiga/store"

type Scope = NonNullable<ApiKeyRequest["scopes"]>[number]

/** What a secret key can be for. */
export const SCOPES = [
  "read:marketplace",
  "hire",
  "sessions",
  "players",
  "wallet:read",
  "wallet:write",
  "agents:read",
  "agents:write",
  "profile:read",
  "notifications",
] as const satisfies readonly Scope[]

/** What a key may spend at most, by when it begins anew. */
export const BUDGETS = ["day", "month", "total", "inFlight"] as const
export type Budget = (typeof BUDGETS)[number]

/** What a studio needs to try everything. */
export const TRY: ApiKeyRequest = {
  name: "Quick start",
  kind: "secret",
  mode: "test",
  scopes: ["read:marketplace", "hire", "sessions", "wallet:read", "wallet:write", "players"],
}

/** What somebody typed into the form of a key. */
export interface Draft {
  name: string
  scopes: Scope[]
  origins: string[]
  addresses: string[]
  /** ISO 8601; empty: never. */
  expiresAt: string
  /** DOF; not there: no limit. */
  budgets: Partial<Record<Budget, number>>
  /** What is no amount. */
  odd: Budget[]
}

export function draftOf(form: FormData): Draft {
  const text = (name: string) => String(form.get(name) ?? "").trim()
  const list = (name: string) =>
    text(name)
      .split(/[\s,]+/)
      .filter(Boolean)
  const typed = BUDGETS.map((budget) => [budget, amountOf(text(budget))] as const)
  return {
    name: text("name"),
    scopes: SCOPES.filter((scope) => form.getAll("scopes").includes(scope)),
    origins: list("allowedOrigins"),
    addresses: list("allowedAddresses"),
    expiresAt: momentOf(text("expiresAt")),
    budgets: Object.fromEntries(typed.filter(([, amount]) => amount !== undefined && !Number.isNaN(amount))),
    odd: typed.filter(([, amount]) => Number.isNaN(amount)).map(([budget]) => budget),
  }
}

/** A whole number, with whatever people put between thousands; undefined for nothing, and NaN for what is no amount. */
export function amountOf(text: string): number | undefined {
  const digits = text.replace(/[\s\u202f\u00a0'_]|[.,](?=\d{3}(?!\d))/g, "")
  if (digits === "") return undefined
  const amount = Number(digits)
  return /^\d+$/.test(digits) && Number.isSafeInteger(amount) ? amount : Number.NaN
}

/** A moment as a form's field has it, in the device's time zone. */
export function localTime(at: string | null | undefined): string {
  if (!at) return ""
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

function momentOf(local: string): string {
  const date = new Date(local)
  return Number.isNaN(date.getTime()) ? "" : date.toISOString()
}

export function requestOf(draft: Draft, kind: ApiKey["kind"], mode: ApiKey["mode"]): ApiKeyRequest {
  const { name, scopes, origins, addresses, expiresAt, budgets } = draft
  return {
    name,
    kind,
    mode,
    ...(kind === "secret" ? { scopes } : { allowedOrigins: origins }),
    ...(addresses.length > 0 && { allowedAddresses: addresses }),
    ...(expiresAt && { expiresAt }),
    ...(Object.keys(budgets).length > 0 && { budgets }),
  }
}

/** What differs, and nothing else: what is left out stays, and null takes an end or a budget away. */
export function patchOf(key: ApiKey, draft: Draft): ApiKeyPatch {
  const budgets = Object.fromEntries(
    BUDGETS.map((budget) => [budget, draft.budgets[budget] ?? null] as const).filter(
      ([budget, amount]) => amount !== (key.budgets?.[budget] ?? null),
    ),
  )
  const ends = localTime(draft.expiresAt) !== localTime(key.expiresAt)
  return {
    ...(draft.name !== key.name && { name: draft.name }),
    ...(key.kind === "secret" && differ(draft.scopes, key.scopes) && { scopes: draft.scopes }),
    ...(key.kind === "publishable" && differ(draft.origins, key.allowedOrigins) && { allowedOrigins: draft.origins }),
    ...(differ(draft.addresses, key.allowedAddresses) && { allowedAddresses: draft.addresses }),
    ...(ends && { expiresAt: draft.expiresAt || null }),
    ...(Object.keys(budgets).length > 0 && { budgets }),
  }
}

function differ(some: readonly string[], others: readonly string[] | undefined = []): boolean {
  return [...some].sort().join(" ") !== [...others].sort().join(" ")
}
