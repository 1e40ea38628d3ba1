import { describe, expect, it } from "vitest"
import { FEES, OPTIONS } from "../../../test/options"
import { type AgentDraft, changed as after, emptyDraft, faultsOf, requestOf } from "./draft"
import { ownersShare, providersOf, rankOf, rateRange, voicesOf } from "./ranks"

const EMPTY = emptyDraft(OPTIONS)
const changed = (before: AgentDraft, changes: Partial<AgentDraft>) => after(before, changes, OPTIONS)

describe("a draft of an agent", () => {
  it("begins with the least rank on the store's own coach", () => {
    expect(EMPTY).toMatchObject({ provider: "builtin", rank: "Bronze", baseRate: 3_100, voiceId: "uk_female" })
  })

  it("is Bronze on the store's own coach, whatever it was before", () => {
    const gold = changed(EMPTY, { provider: "openai", rank: "Gold" })
    expect(gold).toMatchObject({ rank: "Gold", baseRate: 8_200, voiceId: "nova" })
    expect(changed(gold, { provider: "builtin" })).toMatchObject({ rank: "Bronze", baseRate: 3_100, voiceId: "nova" })
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
    const faults = (changes: Partial<AgentDraft>) => faultsOf({ ...EMPTY, ...changes }, OPTIONS)
    expect(Object.keys(faults({ name: "👩‍👩‍👧‍👧👩‍👩‍👧‍👧" }))).toEqual(["name", "nationality"])
    expect(faults({ name: "Rook", nationality: "Swedish" })).toEqual({})
    expect(faults({ name: "Rook", nationality: "Swedish", baseRate: 1 }).baseRate).toEqual({
      says: "studio.fault.rate",
      values: { least: 3_100, most: 3_100 },
    })
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

describe("what the store lets one choose from", () => {
  it("has the store's own coach first, and the voices of each", () => {
    expect(providersOf(OPTIONS)).toEqual(["builtin", "openai", "webhook"])
    expect(voicesOf(OPTIONS, "openai")).toEqual(["nova", "echo"])
    expect(voicesOf(OPTIONS, "webhook")).toEqual([])
    expect(voicesOf(OPTIONS, "of a newer store")).toEqual([])
  })

  it("judges a rank that it does not tell of as the least one", () => {
    expect(rankOf(OPTIONS, "Diamond").rank).toBe("Bronze")
  })
})

describe("a price", () => {
  it("lies in the rank's range, and a variant's below its parent's", () => {
    expect(rateRange({ rank: "Gold", baseRate: 9_000 }, OPTIONS)).toEqual({ least: 8_200, most: 11_300 })
    expect(rateRange({ rank: "Gold", baseRate: 6_300, baseAgentId: "blaze" }, OPTIONS)).toEqual({
      least: 5_740,
      most: 6_300,
    })
  })

  it("leaves the owner what rounding leaves", () => {
    expect(ownersShare(71, true, FEES)).toBe(50)
    expect(ownersShare(71, false, FEES)).toBe(54)
  })
})
