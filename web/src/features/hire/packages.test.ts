import type { Package } from "@jiga/store"
import { describe, expect, it } from "vitest"
import { sufficient } from "./packages"

const packages = [
  { id: "gold", dofAmount: 1_500_000 },
  { id: "bronze", dofAmount: 150_000 },
  { id: "silver", dofAmount: 500_000 },
] as Package[]

describe("the packages that are offered", () => {
  it.each([
    [10_000, ["bronze", "silver", "gold"]],
    [150_000, ["bronze", "silver", "gold"]],
    [150_001, ["silver", "gold"]],
    [1_500_001, []],
  ])("bring what is missing, the smallest first: %d", (missing, ids) => {
    expect(sufficient(packages, missing).map(({ id }) => id)).toEqual(ids)
  })
})
