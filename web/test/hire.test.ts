import { ApiError, ConnectionError } from "@jiga/store"
import { describe, expect, it } from "vitest"
import { least, sliderEnds, suggested, wholeNumber } from "../src/features/hire/amount"
import { Attempt } from "../src/features/hire/attempt"
import { answerPrice, priceOf } from "../src/parts/prices"
import { PRICES } from "./options"

describe("an amount", () => {
  it.each([
    ["20000", 20_000],
    [" 20 000 ", 20_000],
    ["20\u202f000", 20_000],
    ["20,000", 20_000],
    ["1.500.000", 1_500_000],
    ["٢٠٠٠٠", 20_000],
    ["0", 0],
  ])("is read from %j", (text, value) => {
    expect(wholeNumber(text)).toBe(value)
  })

  it.each(["", "1.5", "1,23", "-20", "20k", "1e4", "99999999999999999999"])("is not read from %j", (text) => {
    expect(wholeNumber(text)).toBeUndefined()
  })

  it.each([
    [8_000, 5, 667],
    [18_000, 5, 1_500],
    [8_000, 7, 934],
    [0, 5, 1],
  ])("is some minutes at least, rounded up as the store does: of %d, %d minutes", (rate, leastMinutes, amount) => {
    expect(least(rate, { leastMinutes })).toBe(amount)
  })

  it("is an hour and some questions, if nobody says more", () => {
    expect(suggested(8_000, 100)).toBe(10_000)
  })

  it("moves on a slider from what the store takes to what a session can cost by time", () => {
    expect(sliderEnds(8_000, { leastMinutes: 5, longestMinutes: 240 })).toEqual({ from: 1_000, to: 32_000 })
    expect(sliderEnds(8_000, { leastMinutes: 10, longestMinutes: 100 })).toEqual({ from: 1_500, to: 13_500 })
  })
})

describe("a price", () => {
  it("is what the store says, and of a variant a part of it, rounded down", () => {
    expect(answerPrice({}, PRICES)).toEqual({ usual: 110, most: 215 })
    expect(answerPrice({ baseAgentId: null }, PRICES)).toEqual({ usual: 110, most: 215 })
    expect(answerPrice({ baseAgentId: "nova" }, PRICES)).toEqual({ usual: 77, most: 150 })
    expect(priceOf(PRICES, "of a newer store")).toBe(0)
  })
})

describe("an attempt to hire", () => {
  const wish = { dofAllocation: 20_000 }

  it("has one key as long as nobody knows what became of it, also over a reload", () => {
    const storage = memory()
    const attempt = new Attempt("nova", storage)
    const key = attempt.key(wish)
    attempt.failed(new ConnectionError("The line broke."))
    attempt.failed(refusal(503, "CONTENTION"))
    expect(attempt.key(wish)).toBe(key)
    expect(new Attempt("nova", storage).key(wish)).toBe(key)
  })

  it("has another one for another wish, another agent, after a refusal, and after a hire", () => {
    const storage = memory()
    const attempt = new Attempt("nova", storage)
    const keys = [attempt.key(wish), attempt.key({ ...wish, message: "Calm." }), new Attempt("onyx", storage).key(wish)]
    attempt.failed(refusal(402, "INSUFFICIENT_DOFS"))
    keys.push(attempt.key(wish))
    attempt.hired()
    keys.push(attempt.key(wish))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

function refusal(status: number, code: string): ApiError {
  return new ApiError({ status, code, detail: "No.", params: {}, requestId: undefined } as never)
}

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}
