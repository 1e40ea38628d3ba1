import { describe, expect, it } from "vitest"
import { moneyIn } from "./money"

describe("money", () => {
  const dollars = moneyIn("en", "USD")

  it.each([
    [0.333, "$0.33"],
    [4.99, "$4.99"],
    [0.01, "$0.01"],
    [0.0096, "$0.01"],
    [0.0033, "$0.003"],
    [0.0001, "$0.0001"],
  ])("is said of %d, below the smallest coin by its first figure", (value, said) => {
    expect(dollars(value)).toBe(said)
  })

  it("is not said of what nobody counts", () => {
    expect(dollars(0)).toBeUndefined()
    expect(dollars(0.00003)).toBeUndefined()
  })

  it("has the smallest coin of its currency", () => {
    expect(moneyIn("en", "JPY")(1.4)).toBe("¥1")
    expect(moneyIn("en", "JPY")(0.4)).toBe("¥0.4")
  })
})
