import { describe, expect, it } from "vitest"
import { OPTIONS } from "../../../test/options"
import { squareOf } from "./image"
import { rankOf } from "./ranks"
import { presetOf, presetsOf } from "./settings"

describe("the square of a picture", () => {
  it("is as large as fits, and moves along the longer side", () => {
    expect(squareOf(1600, 900, 1, 0.5, 0.5)).toEqual({ x: 350, y: 0, side: 900 })
    expect(squareOf(1600, 900, 1, 1, 1)).toEqual({ x: 700, y: 0, side: 900 })
  })

  it("stays within the picture when it is smaller", () => {
    expect(squareOf(1000, 1000, 4, 1, 0)).toEqual({ x: 750, y: 0, side: 250 })
  })
})

describe("the presets of a rank", () => {
  const bronze = rankOf(OPTIONS, "Bronze").configuration
  const gold = rankOf(OPTIONS, "Gold").configuration

  it("are known again, and the rank's own comes first", () => {
    expect(presetOf(presetsOf(gold).sharp, gold)).toBe("sharp")
    expect(presetOf(presetsOf(bronze).calm, bronze)).toBe("rank")
    expect(presetOf({ ...presetsOf(gold).rank, target_fps: 7 }, gold)).toBeUndefined()
  })

  it("keep within what the store takes", () => {
    expect(presetsOf(gold).sharp).toMatchObject({
      target_fps: 10,
      analysis_interval: 0.2,
      max_concurrent_analyses: 20,
    })
  })
})
