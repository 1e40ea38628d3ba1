import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { compileMessage } from "@lingui/message-utils/compileMessage"
import { describe, expect, it } from "vitest"
import { LOCALES } from "../src/app/locale"

const SRC = join(import.meta.dirname, "../src")
const folders = ["app", ...readdirSync(join(SRC, "features")).map((feature) => `features/${feature}`)].map((folder) =>
  join(SRC, folder, "messages"),
)

function messages(folder: string, locale: string): Record<string, string> {
  const file = join(folder, `${locale}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
}

/** Names of what is put into a message, and of what is said in another way: compiled, a hole is `[name, kind, choices]`. */
function holes(text: string): string[] {
  const names = new Set<string>()
  const look = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      names.add(String(token[0]))
      if (typeof token[2] === "object") for (const choice of Object.values(token[2] ?? {})) look(choice)
    }
  }
  look(compileMessage(text))
  for (const [, tag] of text.matchAll(/<(\w+)>/g)) names.add(`<${tag}>`)
  return [...names].sort()
}

describe("the messages", () => {
  const ids = folders.flatMap((folder) => Object.keys(messages(folder, "en")))

  it("have one owner each", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(LOCALES)("are all there in %s, with the same parts", (locale) => {
    for (const folder of folders) {
      const english = messages(folder, "en")
      const theirs = messages(folder, locale)
      expect(Object.keys(theirs).sort(), folder).toEqual(Object.keys(english).sort())
      for (const [id, text] of Object.entries(theirs))
        expect(holes(text), `${locale}: ${id}`).toEqual(holes(english[id] ?? ""))
    }
  })
})
