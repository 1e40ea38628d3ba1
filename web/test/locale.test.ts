import { afterEach, describe, expect, it, vi } from "vitest"
import { preferred } from "../src/app/locale"

function browser(kept: string | null, ...languages: string[]): void {
  vi.stubGlobal("localStorage", { getItem: () => kept })
  vi.stubGlobal("navigator", { languages })
}

describe("the language", () => {
  afterEach(() => vi.unstubAllGlobals())

  it("is the one that was chosen here, whatever the browser likes", () => {
    browser("de", "en-US", "es")
    expect(preferred()).toBe("de")
  })

  it("is else the first of the browser's that there is", () => {
    browser(null, "fr-FR", "ja-JP", "en-US")
    expect(preferred()).toBe("ja")
  })

  it("is English where there is none of them", () => {
    browser("tlh", "fr-FR")
    expect(preferred()).toBe("en")
  })
})
