import { readdirSync } from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, it, vi } from "vitest"
import { LOCALES, preferred } from "../src/app/locale"

const LETTERS = join(import.meta.dirname, "../../services/user-service/src/main/resources/ai/jiga/store/user/model")

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
    browser(null, "tlh", "ja-JP", "en-US")
    expect(preferred()).toBe("ja")
  })

  it("is English where there is none of them", () => {
    browser("tlh", "tlh-Latn")
    expect(preferred()).toBe("en")
  })

  it("is one in which the store writes letters too", () => {
    const written = readdirSync(LETTERS).flatMap((file) => /^letters-(\w+)\.properties$/.exec(file)?.[1] ?? [])
    expect(written.sort()).toEqual([...LOCALES].sort())
  })
})
