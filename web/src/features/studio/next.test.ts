import type { ListingPage } from "@jiga/store"
import { describe, expect, it } from "vitest"
import { nextStep } from "./next"

const AGENT = { runtime: "builtin", imageUrl: "https://example.org/a.webp" } as const

function listed(changes: object): ListingPage {
  return { status: "active", games: ["Valorant"], tags: ["calm"], stats: {}, ...changes } as unknown as ListingPage
}

describe("what to do next with an agent", () => {
  it("is to publish a draft, unless nothing would answer", () => {
    expect(nextStep(AGENT, null)).toEqual({ says: "studio.next.publish", tab: "market" })
    expect(nextStep({ ...AGENT, runtime: null }, null)).toEqual({ says: "studio.next.runtime", tab: "agent" })
  })

  it("is to bring back what nobody can hire", () => {
    expect(nextStep(AGENT, listed({ status: "paused" })).says).toBe("studio.next.resume")
    expect(nextStep(AGENT, listed({ status: "unpublished" })).says).toBe("studio.next.publishAgain")
    expect(nextStep(AGENT, listed({ status: "of a newer store" })).says).toBe("studio.next.underReview")
  })

  it("is what is missing where nobody hires it, the picture first", () => {
    expect(nextStep({ ...AGENT, imageUrl: null }, listed({ games: [] })).says).toBe("studio.next.picture")
    expect(nextStep(AGENT, listed({ games: [], tags: [] })).says).toBe("studio.next.games")
    expect(nextStep(AGENT, listed({ tags: [] })).says).toBe("studio.next.tags")
    expect(nextStep(AGENT, listed({})).says).toBe("studio.next.tryOut")
  })

  it("is to look at what came of it where somebody did", () => {
    expect(nextStep(AGENT, listed({ stats: { totalHires: 2 } })).says).toBe("studio.next.hired")
    expect(nextStep(AGENT, listed({ stats: { totalHires: 2, ratingCount: 1 } })).says).toBe("studio.next.reviews")
  })
})
