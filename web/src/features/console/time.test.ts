import { describe, expect, it } from "vitest"
import { daysBefore, fromField, toField } from "./time"

describe("moments in fields", () => {
  it("come back as they went in, to the minute", () => {
    for (const instant of ["2027-01-31T00:00:00.000Z", "2026-07-01T23:59:00.000Z"])
      expect(fromField(toField(instant))).toBe(instant)
  })

  it("are nothing where nothing was chosen", () => {
    expect(toField(null)).toBe("")
    expect(fromField("")).toBeUndefined()
    expect(fromField(null)).toBeUndefined()
  })

  it("go back over the end of a month", () => {
    expect(daysBefore(29, "2026-03-01")).toBe("2026-01-31")
  })
})
