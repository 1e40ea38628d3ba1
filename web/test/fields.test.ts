import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ApiError, ConnectionError } from "@jiga/store"
import { afterAll, describe, expect, it } from "vitest"
import { LOCALES } from "../src/app/locale"
import { speakIn } from "../src/app/text"
import { fieldsOf } from "../src/parts/fields"

function refused(...errors: object[]): ApiError {
  return new ApiError({
    status: 400,
    code: "VALIDATION_FAILED",
    detail: "Some fields are not as they should be.",
    requestId: undefined,
    params: { errors: errors.map((error) => ({ field: "it", message: "is not right", ...error })) },
  })
}
const said = (error: object) => fieldsOf(refused(error)).it

afterAll(() => speakIn("en"))

describe("what is wrong with a field", () => {
  it("is the store's sentence in English", async () => {
    await speakIn("en")
    expect(said({ code: "LENGTH", params: { max: 80 } })).toBe("is not right")
  })

  it("is said in the reader's language, with the bounds there are", async () => {
    await speakIn("de")
    const max = { max: 10_000 }
    expect(said({ code: "LENGTH", params: { min: 3, ...max } })).toBe("3 bis 10.000 Zeichen.")
    expect(said({ code: "LENGTH", params: { min: null, ...max } })).toBe("Höchstens 10.000 Zeichen.")
    expect(said({ code: "RANGE", params: { min: 0 } })).toBe("0 oder mehr.")
    expect(said({ code: "REQUIRED", params: null })).toBe("Das fehlt noch.")
    await speakIn("es")
    expect(said({ code: "LENGTH", params: { max: 1 } })).toBe("Como máximo 1 carácter.")
    expect(said({ code: "LENGTH", params: { max: 80 } })).toBe("Como máximo 80 caracteres.")
  })

  it("stands at each field", async () => {
    await speakIn("de")
    const error = refused({ field: "name", code: "REQUIRED" }, { field: "email", code: "EMAIL" })
    expect(Object.keys(fieldsOf(error))).toEqual(["name", "email"])
  })

  it("is the store's sentence where the code or its bounds are not known", async () => {
    await speakIn("de")
    expect(said({})).toBe("is not right")
    expect(said({ code: null })).toBe("is not right")
    expect(said({ code: "ASTROLOGY" })).toBe("is not right")
    expect(said({ code: "LENGTH" })).toBe("is not right")
    expect(said({ code: "EMAIL", params: { max: 9 } })).toBe("is not right")
  })

  it("is empty where the refusal is not of a field", () => {
    expect(fieldsOf(refused())).toEqual({})
    expect(fieldsOf(new ConnectionError("gone"))).toEqual({})
    expect(fieldsOf(undefined)).toEqual({})
  })

  const messages = JSON.parse(readFileSync(join(import.meta.dirname, "../src/app/messages/en.json"), "utf8"))
  const ids = Object.keys(messages).filter((id) => id.startsWith("field."))
  it.each(LOCALES.filter((locale) => locale !== "en"))("has words for each code in %s", async (locale) => {
    await speakIn(locale)
    expect(ids).toHaveLength(14)
    for (const id of ids) {
      const [, code, ...bounds] = id.split(".")
      const params = Object.fromEntries(bounds.map((name) => [name, name === "min" ? 3 : 30]))
      const text = said({ code, params }) ?? ""
      expect(text).not.toBe("is not right")
      expect(text).not.toMatch(/[{}]/)
      for (const bound of Object.values(params)) expect(text).toContain(new Intl.NumberFormat(locale).format(bound))
    }
  })
})
