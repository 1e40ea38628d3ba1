import { describe, expect, it } from "vitest"
import { LOCALES } from "../src/app/locale"
import { messages, OWNERS, partsOf, valuesOf } from "./messages"

describe("the messages", () => {
  const ids = OWNERS.flatMap((owner) => Object.keys(messages(owner, "en")))

  it("have one owner each", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(LOCALES)("are all there in %s, with the same parts", (locale) => {
    for (const owner of OWNERS) {
      const english = messages(owner, "en")
      const theirs = messages(owner, locale)
      expect(Object.keys(theirs).sort(), owner).toEqual(Object.keys(english).sort())
      for (const [id, text] of Object.entries(theirs)) {
        expect(valuesOf(text), `${locale}: ${id}`).toEqual(valuesOf(english[id] ?? ""))
        expect(partsOf(text), `${locale}: ${id}`).toEqual(partsOf(english[id] ?? ""))
      }
    }
  })
})
