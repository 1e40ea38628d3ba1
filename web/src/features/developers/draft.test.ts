import type { ApiKey } from "@jiga/store"
import { describe, expect, it } from "vitest"
import { amountOf, draftOf, localTime, patchOf, requestOf } from "./draft"

const KEY: ApiKey = {
  id: "k",
  name: "Game server",
  kind: "secret",
  mode: "live",
  prefix: "jiga_live_",
  lastFour: "abcd",
  scopes: ["hire", "read:marketplace"],
  allowedOrigins: [],
  allowedAddresses: ["203.0.113.0/24"],
  budgets: { day: 1000, total: 5000 },
  expiresAt: "2027-01-02T03:04:05Z",
  createdAt: "2026-11-29T00:00:00Z",
}

function typed(fields: Record<string, string | string[]> = {}) {
  const form = new FormData()
  const all = {
    name: KEY.name,
    scopes: ["read:marketplace", "hire"],
    allowedAddresses: "203.0.113.0/24",
    day: "1000",
    total: "5 000",
    expiresAt: localTime(KEY.expiresAt),
    ...fields,
  }
  for (const [name, value] of Object.entries(all)) for (const each of [value].flat()) form.append(name, each)
  return draftOf(form)
}

describe("an amount", () => {
  it.each([
    ["", undefined],
    ["0", 0],
    ["100000", 100_000],
    ["100,000", 100_000],
    ["1.000.000", 1_000_000],
    ["100\u202f000", 100_000],
  ])("%j is %j", (text, amount) => expect(amountOf(text)).toBe(amount))

  it.each(["1.5", "-1", "1e5", "much", "99999999999999999999"])("%j is none", (text) =>
    expect(amountOf(text)).toBeNaN(),
  )
})

describe("a change", () => {
  it("of nothing is empty, also where the end has seconds that the form has not", () => {
    expect(patchOf(KEY, typed())).toEqual({})
  })

  it("takes away by null what was emptied", () => {
    expect(patchOf(KEY, typed({ day: "", expiresAt: "" }))).toEqual({ budgets: { day: null }, expiresAt: null })
  })

  it("names what is new, each budget by itself", () => {
    expect(patchOf(KEY, typed({ name: "Server", scopes: "hire", inFlight: "70", allowedAddresses: "" }))).toEqual({
      name: "Server",
      scopes: ["hire"],
      budgets: { inFlight: 70 },
      allowedAddresses: [],
    })
  })
})

describe("a new key", () => {
  it("that may stand in a page has origins, and no scopes", () => {
    const draft = typed({ allowedOrigins: "https://a.example, https://b.example", day: "", total: "", expiresAt: "" })
    expect(requestOf(draft, "publishable", "live")).toEqual({
      name: "Game server",
      kind: "publishable",
      mode: "live",
      allowedOrigins: ["https://a.example", "https://b.example"],
      allowedAddresses: ["203.0.113.0/24"],
    })
  })

  it("remembers what was no amount", () => {
    expect(typed({ day: "lots" }).odd).toEqual(["day"])
  })
})
