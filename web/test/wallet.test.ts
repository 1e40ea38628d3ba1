import type { Transaction } from "@jiga/store"
import { describe, expect, it } from "vitest"
import type { MessageId } from "../src/app/messages"
import { amountOf, feeOf } from "../src/features/wallet/giving"
import { filterOf, nameOf, stateOf } from "../src/features/wallet/movements"

describe("what is given", () => {
  it.each([
    ["1000", 1000],
    ["12 345", 12_345],
    ["12\u00a0345", 12_345],
    ["007", 7],
    ["1.5", 0],
    ["1,000", 0],
    ["-5", 0],
    ["1e3", 0],
    ["0", 0],
    ["", 0],
    ["99999999999999999999", 0],
  ])("is a whole number: %j", (typed, amount) => {
    expect(amountOf(typed)).toBe(amount)
  })

  it.each([
    [1, 10, 1],
    [10, 10, 1],
    [11, 10, 2],
    [1005, 10, 101],
    [1005, 7, 71],
    [1005, 0, 0],
  ])("costs the store's part on top, rounded up as it does: %d, %d %%", (amount, percent, fee) => {
    expect(feeOf(amount, percent)).toBe(fee)
  })
})

describe("the history", () => {
  const say = (id: MessageId) => id
  const movement = (of: Partial<Transaction>) => ({ type: "purchase", status: "completed", ...of }) as Transaction

  it("asks for what the address says, as far as the store knows it", () => {
    expect(filterOf(new URLSearchParams("type=hire&status=failed&x=1"))).toEqual({ type: "hire", status: "failed" })
    expect(filterOf(new URLSearchParams("type=theft&status="))).toEqual({})
  })

  it("says who gave and who got", () => {
    expect(nameOf(movement({ type: "transfer", direction: "in" }), say)).toBe("wallet.type.transferIn")
    expect(nameOf(movement({ type: "transfer", direction: "out" }), say)).toBe("wallet.type.transferOut")
  })

  it("shows what only a later store knows", () => {
    expect(nameOf(movement({ type: "gift" }), say)).toBe("wallet.type.other")
    expect(stateOf(movement({ status: "frozen" }), say)).toBe("frozen")
  })
})
