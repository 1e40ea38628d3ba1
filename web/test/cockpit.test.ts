import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Answer, type LiveSession, type LiveState, type ResponsePart, SessionEndedError } from "@jiga/store"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { Player, read } from "../src/features/cockpit/events"
import { Line } from "../src/features/cockpit/line"
import { forget, remember, remembered } from "../src/features/cockpit/memory"
import { type Entry, Talk } from "../src/features/cockpit/talk"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe("events", () => {
  it("are read by themselves, as frames, and as they were recorded", () => {
    const text = [
      '{"kind":"kill","weapon":"M4"}',
      "",
      '{"type":"game_event","seq":1,"data":{"kind":"health","hp":64}}',
      '{"afterMillis":500,"frame":{"type":"text_input","data":{"text":"How am I doing?"}}}',
    ].join("\n")
    expect(read(text)).toEqual({
      moments: [
        { after: 0, event: { kind: "kill", about: { weapon: "M4" } } },
        { after: 0, event: { kind: "health", about: { hp: 64 } } },
        { after: 500, question: "How am I doing?" },
      ],
      bad: [],
    })
  })

  it("say which line is none", () => {
    expect(read('{"kind":"kill"}\nnope\n[1]\n{"weapon":"M4"}').bad).toEqual([
      { line: 2, why: "json" },
      { line: 3, why: "json" },
      { line: 4, why: "kind" },
    ])
  })

  it("are those of the demo's match, in the built-in one", () => {
    const own = readFileSync(join(import.meta.dirname, "../src/features/cockpit/match.jsonl"), "utf8")
    const demo = join(import.meta.dirname, "../../apps/demo/src/main/resources/match.jsonl")
    expect(own).toBe(readFileSync(demo, "utf8"))
    expect(read(own).bad).toEqual([])
    expect(read(own).moments).toHaveLength(45)
  })

  it("are played in their time, and stand while paused", () => {
    const played: string[] = []
    const moments = read('{"afterMillis":1000,"frame":{"kind":"a"}}\n{"afterMillis":1000,"frame":{"kind":"b"}}').moments
    const player = new Player(
      moments,
      ({ event }) => played.push(event?.kind ?? ""),
      () => {},
    )
    player.play()
    player.play()
    vi.advanceTimersByTime(1_000)
    expect(played).toEqual(["a"])
    player.pause()
    vi.advanceTimersByTime(10_000)
    expect(played).toEqual(["a"])
    player.play()
    vi.advanceTimersByTime(1_000)
    expect(played).toEqual(["a", "b"])
    expect(player.isOver).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe("the talk", () => {
  it("joins what is said in pieces, and begins anew where the agent does", () => {
    const talk = new Talk(() => {})
    talk.heard(part({ text: "You have " }))
    talk.heard(part({ text: "3 kills." }))
    expect(texts(talk.entries)).toEqual(["You have 3 kills."])
    talk.heard(part({ text: "Three kills.", restart: true }))
    talk.heard(part({ text: "", done: true, dofConsumed: 100 }))
    expect(talk.entries).toMatchObject([{ text: "Three kills.", done: true, dof: 100 }])
  })

  it("says a price once: at the question, where there is one", () => {
    const talk = new Talk(() => {})
    const key = talk.asked("How am I doing?")
    talk.heard(part({ text: "Well.", done: true, dofConsumed: 100 }))
    talk.answered(key, { seq: 1, text: "Well.", dofConsumed: 100 })
    expect(talk.entries).toMatchObject([
      { who: "player", state: "answered", dof: 100 },
      { who: "agent", dof: 0 },
    ])
  })

  it("keeps what is said beside an answer apart", () => {
    const talk = new Talk(() => {})
    talk.heard(part({ text: "Rush B.", kind: "team_message" }))
    talk.heard(part({ text: "I told them.", done: true }))
    expect(texts(talk.entries)).toEqual(["Rush B.", "I told them."])
  })

  it("does not grow for ever, and does not touch what has not changed", () => {
    const talk = new Talk(() => {})
    for (let i = 0; i < 1_000; i++) talk.noticed(`${i}`)
    expect(talk.entries).toHaveLength(300)
    const last = talk.entries.at(-1)
    talk.noticed("more")
    expect(talk.entries.at(-2)).toBe(last)
  })
})

describe("what was said", () => {
  it("is there again after a reload, and goes on from there", () => {
    const kept = new Map<string, string>()
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    })
    const talk = new Talk(() => {})
    talk.asked("How am I doing?")
    talk.unanswered(talk.asked("Still there?"), new Error("The line broke."))
    talk.heard(part({ text: "Well" }))
    remember("s", talk.entries)
    const again = new Talk(() => {}, remembered("s"))
    expect(again.entries).toMatchObject([
      { who: "player", text: "How am I doing?", state: "answered" },
      { who: "player", text: "Still there?", state: "answered" },
      { who: "agent", text: "Well", done: true },
    ])
    expect(again.asked("And now?")).toBe(4)
    forget("s")
    expect(remembered("s")).toEqual([])
    kept.set("jiga.talk.s", "no JSON")
    expect(remembered("s")).toEqual([])
    vi.unstubAllGlobals()
  })
})

describe("a line", () => {
  it("draws figures four times a second at most, however often they change, and stops when it is left", async () => {
    const live = new Pretended()
    const line = new Line(async () => live.session)
    let drawn = 0
    line.subscribe(() => drawn++)
    await line.connect()
    vi.advanceTimersByTime(1_000)
    drawn = 0
    for (let tick = 0; tick < 1_800; tick++) {
      live.tick(tick)
      vi.advanceTimersByTime(100)
    }
    expect(drawn).toBeLessThanOrEqual(180 * 4 + 1)
    expect(line.cost?.consumed).toBe(1_799)
    line.leave()
    expect(live.closed).toBe(true)
    expect(live.listeners).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it("closes what opens after it was left", async () => {
    const live = new Pretended()
    const line = new Line(async () => live.session)
    const connected = line.connect()
    line.leave()
    await connected
    expect(live.closed).toBe(true)
    expect(live.listeners).toBe(0)
  })

  it("tells another device from an end, and can be taken back", async () => {
    const [first, second] = [new Pretended(), new Pretended()]
    const lives = [first, second]
    const line = new Line(async () => lives.shift()?.session as LiveSession)
    await line.connect()
    first.emit("ended", { reason: "opened_elsewhere", bill: undefined })
    expect(line.phase).toEqual({ is: "elsewhere" })
    expect(line.talk.entries).toEqual([])
    await line.connect()
    expect(line.phase).toEqual({ is: "live" })
    expect(first.listeners).toBe(0)
    const bill = { sessionId: "s", reason: "allocation_exhausted", consumed: 3, released: 0 }
    second.emit("ended", { reason: bill.reason, bill })
    expect(line.phase).toEqual({ is: "ended", reason: "allocation_exhausted", bill })
  })

  it("has the bill of a session that was over before", async () => {
    const bill = { sessionId: "s", reason: "away_too_long", consumed: 3, released: 7 }
    const line = new Line(() => Promise.reject(new SessionEndedError("away_too_long", bill)))
    await line.connect()
    expect(line.phase).toEqual({ is: "ended", reason: "away_too_long", bill })
  })

  it("warns of what is left, and shows an agent's own warnings among what is said", async () => {
    const live = new Pretended()
    const line = new Line(async () => live.session)
    await line.connect()
    live.emit("warning", { code: "LOW_BALANCE_20", text: "Less than 20 %", remaining: 590 })
    live.emit("warning", { code: "TILT", text: "Take a breath." })
    expect(line.low).toBe(20)
    expect(texts(line.talk.entries)).toEqual(["Take a breath."])
  })
})

/** As much of a live session as a line uses. */
class Pretended {
  closed = false
  state: LiveState = "live"
  readonly #heard = new Map<string, Set<(about: unknown) => void>>()

  get listeners(): number {
    return [...this.#heard.values()].reduce((sum, { size }) => sum + size, 0)
  }

  get session(): LiveSession {
    const on = (event: string, listener: (about: unknown) => void) => {
      const all = this.#heard.get(event) ?? new Set()
      this.#heard.set(event, all.add(listener))
      return () => void all.delete(listener)
    }
    return {
      state: this.state,
      on,
      cost: { onChange: (listener: (about: unknown) => void) => on("cost", listener) },
      close: async () => {
        this.closed = true
      },
    } as unknown as LiveSession
  }

  emit(event: string, about: unknown): void {
    for (const listener of this.#heard.get(event) ?? []) listener(about)
  }

  tick(consumed: number): void {
    this.emit("cost", { consumed, allocated: 3_000, remaining: 3_000 - consumed, rate: 3_000, estimatedSecondsLeft: 9 })
  }
}

function part(of: Partial<ResponsePart>): ResponsePart & { answer?: Answer } {
  return { seq: 1, text: "", done: false, ...of }
}

function texts(entries: readonly Entry[]): string[] {
  return entries.map(({ text }) => text)
}
