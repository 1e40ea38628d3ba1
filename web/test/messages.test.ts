import { describe, expect, it } from "vitest"
import { LOCALES } from "../src/app/locale"
import { allMessages, holes, messages, OWNERS, partsOf, valuesOf } from "./messages"

const KINDS = { plural: "cardinal", selectordinal: "ordinal" } as const
/** As long as this, the same words mean that nobody translated them: what is shorter is a name, or a word that languages share. */
const LONG = 20

/** The forms that a language has, such as `one` and `other`. */
function formsOf(locale: string, kind: keyof typeof KINDS): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale, { type: KINDS[kind] }).resolvedOptions()
  // Of whole millions, in Spanish: nothing that is counted here comes so far, and amounts of DOF are not counted.
  return pluralCategories.filter((form) => form !== "many" || locale !== "es")
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
        expect(forms.sort(), `${locale}: ${name} of ${id}`).toEqual(formsOf(locale, kind).sort())
      }
  })

  it.each(LOCALES.filter((locale) => locale !== "en"))("are not left in English in %s", (locale) => {
    const english = allMessages("en")
    const left = Object.entries(allMessages(locale)).filter(([id, text]) => text.length > LONG && text === english[id])
    expect(left).toEqual([])
  })
})
