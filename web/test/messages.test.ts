import { describe, expect, it } from "vitest"
import { LOCALES } from "../src/app/locale"
import { allMessages, holes, messages, OWNERS, partsOf, valuesOf } from "./messages"

const KINDS = { plural: "cardinal", selectordinal: "ordinal" } as const
/** As long as this, the same words mean that nobody translated them: what is shorter is a name, or a word that languages share. */
const LONG = 20

/** The forms of a number that a language has, such as `one`. Some have one more of whole millions: nothing that is counted comes so far. */
function formsOf(locale: string, kind: keyof typeof KINDS): string[] {
  const rules = new Intl.PluralRules(locale, { type: KINDS[kind] })
  return [...new Set(["other", ...Array.from({ length: 1_000 }, (_, count) => rules.select(count))])].sort()
}

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

  it.each(LOCALES)("have each form that %s has of a number, and no other", (locale) => {
    for (const [id, text] of Object.entries(allMessages(locale)))
      for (const [name, kind, choices] of holes(text)) {
        if (kind !== "plural" && kind !== "selectordinal") continue
        // An exact number, such as `=0`, is compiled to itself.
        const forms = Object.keys(choices).filter((form) => !/^(?:=?\d+|offset)$/.test(form))
        expect(forms.sort(), `${locale}: ${name} of ${id}`).toEqual(formsOf(locale, kind))
      }
  })

  it.each(LOCALES.filter((locale) => locale !== "en"))("are not left in English in %s", (locale) => {
    const english = allMessages("en")
    const left = Object.entries(allMessages(locale)).filter(([id, text]) => text.length > LONG && text === english[id])
    expect(left).toEqual([])
  })
})
