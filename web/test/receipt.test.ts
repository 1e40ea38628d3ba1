import type { UsageLine } from "@jiga/store"
import { describe, expect, it } from "vitest"
import { grouped, total } from "../src/features/receipt/bill"

describe("a bill", () => {
  it("has one line for each action, the dearest first, and loses nothing", () => {
    const lines = [
      { action: "time", units: 2_000, dof: 4 },
      { action: "chat", units: 1, dof: 100 },
      { action: "time", units: 548, dof: 1 },
      { action: "chat", units: 1, dof: 100 },
    ].map((line) => ({ ...line, at: "2026-11-29T12:00:00Z" })) as UsageLine[]
    const groups = grouped(lines)
    expect(groups).toEqual([
      { action: "chat", units: 2, dof: 200 },
      { action: "time", units: 2_548, dof: 5 },
    ])
    expect(total(groups)).toBe(205)
  })

  it("of nothing is nothing", () => {
    expect(total(grouped([]))).toBe(0)
  })
})
