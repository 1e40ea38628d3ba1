import { describe, expect, it } from "vitest"
import { changed, EMPTY, faultsOf, requestOf } from "./draft"
import { ownersShare, rateRange } from "./ranks"

describe("a draft of an agent", () => {
  it("is Bronze on the store's own coach, whatever it was before", () => {
    const gold = changed(EMPTY, { provider: "openai", rank: "Gold" })
    expect(gold).toMatchObject({ rank: "Gold", baseRate: 8_000, voiceId: "nova" })
    expect(changed(gold, { provider: "builtin" })).toMatchObject({ rank: "Bronze", baseRate: 3_000, voiceId: "nova" })
  })

  it("is a Mentor only with a memory, a voice and what teaches", () => {
    const mentor = changed({ ...EMPTY, speech: "writes" }, { type: "Mentor" })
    expect(mentor).toMatchObject({ speech: "talks", memory: true })
    expect(mentor.tools).toContain("learn")
  })

  it("forgets its memory with its voice, as the store would refuse it", () => {
    expect(changed({ ...EMPTY, memory: true }, { speech: "comments" }).memory).toBe(false)
  })

  it("says at which field what is wrong", () => {
    expect(Object.keys(faultsOf({ ...EMPTY, name: "👩‍👩‍👧‍👧👩‍👩‍👧‍👧" }))).toEqual(["name", "nationality"])
    expect(faultsOf({ ...EMPTY, name: "Rook", nationality: "Swedish" })).toEqual({})
    expect(faultsOf({ ...EMPTY, name: "Rook", nationality: "Swedish", baseRate: 1 })).toHaveProperty("baseRate")
  })

  it("is sent as the store names it", () => {
    expect(requestOf({ ...EMPTY, name: " Rook ", speech: "comments" })).toMatchObject({
      name: "Rook",
      description: null,
      features: { hasVoiceChat: false, hasCommentator: true, hasMemory: false },
      toolkit: ["general_gaming"],
    })
  })
})

describe("a price", () => {
  it("lies in the rank's range, and a variant's below its parent's", () => {
    expect(rateRange({ rank: "Gold", baseRate: 9_000 })).toEqual({ least: 8_000, most: 11_000 })
    expect(rateRange({ rank: "Gold", baseRate: 6_300, baseAgentId: "blaze" })).toEqual({ least: 5_600, most: 6_300 })
  })

  it("leaves the owner what rounding leaves", () => {
    expect(ownersShare(71, true)).toBe(51)
    expect(ownersShare(71, false)).toBe(54)
  })
})
