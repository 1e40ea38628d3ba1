import { describe, expect, it } from "vitest"
import { fieldName, type ListingDraft, listingFaults, listingOf } from "./listing"
import { lastMonths } from "./months"

const DRAFT: ListingDraft = {
  title: " Rook ",
  description: "Holds the line.",
  tags: [],
  category: ["coaching"],
  games: [],
  baseRate: 3_000,
  always: false,
  hours: [{ days: ["friday"], from: "22:00", to: "02:00" }],
  timezone: "Europe/Berlin",
}

describe("a listing", () => {
  it("is sent as the store names it", () => {
    expect(listingOf(DRAFT)).toMatchObject({
      title: "Rook",
      pricing: { baseRate: 3_000 },
      availability: { schedule: "scheduled", hours: DRAFT.hours, timezone: "Europe/Berlin" },
    })
    expect(listingOf({ ...DRAFT, always: true }).availability).toEqual({ schedule: "always" })
  })

  it("has a title, a description, a category, and hours with days", () => {
    expect(listingFaults(DRAFT)).toEqual({})
    expect(listingFaults({ ...DRAFT, title: " ", description: "a".repeat(1001), category: [], hours: [] })).toEqual({
      title: "title",
      description: "descriptionLong",
      category: "category",
      hours: "hours",
    })
    expect(listingFaults({ ...DRAFT, hours: [{ days: [], from: "10:00", to: "11:00" }] })).toEqual({ hours: "days" })
  })

  it("finds the field of each way in which the store names it", () => {
    expect(
      ["listing.title", "listing.tags[0]", "pricing.baseRate", "listing.availability.timezone"].map(fieldName),
    ).toEqual(["title", "tags", "baseRate", "hours"])
  })
})

describe("the months of a chart", () => {
  it("are the last six, those without a hire too", () => {
    const november = { month: "2026-11", sessions: 3, consumed: 213, earned: 153 }
    const shown = lastMonths([november], new Date("2026-11-29T12:00:00Z"))
    expect(shown.map(({ month }) => month)).toEqual(["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"])
    expect(shown.at(-1)).toEqual(november)
  })
})
