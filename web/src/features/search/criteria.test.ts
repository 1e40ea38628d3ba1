import { describe, expect, it } from "vitest"
import { criteria, filters } from "./criteria"

const of = (query: string) => criteria(new URLSearchParams(query))

describe("an address", () => {
  it("asks for what it names", () => {
    expect(
      of("q=+nova+&game=FIFA&game=Rust&rank=Gold&maxPrice=9000&minRating=4&hasVoiceChat=true&sort=newest"),
    ).toEqual({
      q: "nova",
      game: ["FIFA", "Rust"],
      rank: ["Gold"],
      maxPrice: 9000,
      minRating: 4,
      hasVoiceChat: true,
      sortBy: "newest",
    })
  })

  it.each([
    "rank=Wood",
    "type=Robot",
    "game=",
    "game=%00",
    "maxPrice=-5",
    "maxPrice=9.5",
    "maxPrice=abc",
    "minRating=99",
    "hasVoiceChat=maybe",
    "sort=zzz",
    "q=%00",
    "what=ever",
  ])("asks for nothing by %s, and shows no filter for it", (query) => {
    expect(of(query)).toEqual({})
    expect(filters(new URLSearchParams(query))).toEqual([])
  })

  it("asks for no more signs than the store takes", () => {
    expect(of(`q=${"x".repeat(400)}`).q).toHaveLength(300)
  })
})
