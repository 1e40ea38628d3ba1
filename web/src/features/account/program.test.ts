import { describe, expect, it } from "vitest"
import { program } from "./program"

describe("a program that signed in", () => {
  it.each([
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge, Linux",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604.1",
      "Safari, iOS",
    ],
    ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox, Android"],
    ["curl/8.5.0", "curl/8.5.0"],
    [undefined, undefined],
  ])("%s is called as people call it", (client, name) => {
    expect(program(client)).toBe(name)
  })
})
