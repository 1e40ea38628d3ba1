import { describe, expect, it } from "vitest"
import { wasTried } from "./tried"

const startedAt = "2026-11-29T12:00:00Z"

describe("a free trial", () => {
  it("is used up once it was opened", () => {
    expect(wasTried("nova", [{ agentId: "nova", type: "trial", startedAt }])).toBe(true)
  })

  it("is there for another agent, after a hire, and after a trial that was never opened", () => {
    expect(wasTried("nova", [])).toBe(false)
    expect(wasTried("nova", [{ agentId: "onyx", type: "trial", startedAt }])).toBe(false)
    expect(wasTried("nova", [{ agentId: "nova", type: "hired", startedAt }])).toBe(false)
    expect(wasTried("nova", [{ agentId: "nova", type: "trial", startedAt: null }])).toBe(false)
  })
})
