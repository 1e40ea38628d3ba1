import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { Said } from "../src/live/said.js"

/** What a listener has in the end, of all that was told. */
function listener(): { text: string; hear(part: { text: string; restart?: true } | undefined): void } {
  return {
    text: "",
    hear(part) {
      if (part) this.text = part.restart ? part.text : this.text + part.text
    },
  }
}

function said(): Said {
  const one = new Said("text_input")
  one.sent(1, 0)
  return one
}

describe("an answer", () => {
  it("that takes long is not disturbed by being asked for again", () => {
    const [one, heard] = [said(), listener()]
    heard.hear(one.hear(1, { part: 1, text: "Wait ", done: false }))
    one.again(1, 20_000)
    heard.hear(one.hear(1, { part: 2, text: "for it.", done: false }))
    heard.hear(one.hear(1, { text: "", done: true, dofConsumed: 100 }))
    assert.equal(heard.text, "Wait for it.")
  })

  it("whose last word got lost is whole when it is told again", () => {
    const [one, heard] = [said(), listener()]
    heard.hear(one.hear(1, { part: 1, text: "Wait ", done: false }))
    one.again(1, 20_000)
    const last = one.hear(1, { text: "Wait for it.", done: true, dofConsumed: 100, replayed: true })
    heard.hear(last)
    assert.equal(heard.text, "Wait for it.")
    assert.equal(last?.answer?.text, "Wait for it.")
    assert.equal(last?.restart, undefined)
  })

  it("that was told in other pieces the first time leaves nothing out", () => {
    const [one, heard] = [said(), listener()]
    for (const text of ["a", "b", "c"]) heard.hear(one.hear(1, { text, done: false }))
    one.sent(1, 1)
    for (const text of ["ab", "cd", "e"]) heard.hear(one.hear(1, { text, done: false, replayed: true }))
    heard.hear(one.hear(1, { text: "", done: true, dofConsumed: 100, replayed: true }))
    assert.equal(heard.text, "abcde")
  })

  it("that is not kept any more is what was heard of it", () => {
    const [one, heard] = [said(), listener()]
    heard.hear(one.hear(1, { text: "abc", done: false }))
    one.sent(1, 1)
    const last = one.hear(1, { text: "", done: true, dofConsumed: 100, replayed: true, forgotten: true })
    heard.hear(last)
    assert.equal(heard.text, "abc")
    assert.equal(last?.answer?.forgotten, true)
  })

  it("that is shorter the second time takes the first one's place", () => {
    const [one, heard] = [said(), listener()]
    heard.hear(one.hear(1, { text: "A long beginning", done: false }))
    one.sent(1, 1)
    heard.hear(one.hear(1, { text: "A long", done: true, dofConsumed: 100 }))
    assert.equal(heard.text, "A long")
  })

  it("has beside it, once, what else was said", () => {
    const one = said()
    const message = { kind: "team_message", text: "Rush B.", done: false } as const
    assert.equal(one.hear(1, message)?.text, "Rush B.")
    one.sent(1, 1)
    assert.equal(one.hear(1, { ...message, replayed: true }), undefined)
    assert.equal(one.hear(1, { ...message, replayed: true })?.text, "Rush B.")
    const last = one.hear(1, { text: "Sent.", done: true, dofConsumed: 150, replayed: true })
    assert.deepEqual(
      last?.answer?.also.map(({ text }) => text),
      ["Rush B.", "Rush B."],
    )
  })
})
