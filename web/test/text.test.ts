import { afterAll, describe, expect, it } from "vitest"
import { speakIn, translated } from "../src/app/text"

afterAll(() => speakIn("en"))

describe("a message", () => {
  it.each(["\\u202e", "\\x41", "C:\\users", "{name}", "<b>it's</b>"])(
    "has in it what people wrote as it is: %s",
    async (name) => {
      await speakIn("de")
      expect(translated("favourite.label", { name })).toBe(`Favorit: ${name}`)
    },
  )
})
