import { AuthenticationError } from "@jiga/store"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"

const ticket = vi.fn()
const invalidateQueries = vi.fn()
vi.mock("../src/app/session", () => ({ store: () => ({ auth: { ticket } }) }))
vi.mock("../src/app/queries", () => ({ queries: { invalidateQueries } }))
const { onEvent, stream } = await import("../src/app/live")

class Source extends EventTarget {
  static all: Source[] = []
  onopen?: () => void
  onerror?: () => void
  closed = false
  constructor(readonly url: string) {
    super()
    Source.all.push(this)
  }
  close() {
    this.closed = true
  }
  say(type: string, id: string, data: object = {}) {
    const said = new MessageEvent(type, { data: JSON.stringify({ id, type, data }), lastEventId: id })
    this.dispatchEvent(said)
  }
}

let page: EventTarget & { hidden: boolean }
let end: () => void
const newest = () => Source.all.at(-1) as Source
const query = () => new URLSearchParams(newest().url.split("?")[1])

beforeEach(async () => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  Source.all = []
  let tickets = 0
  ticket.mockImplementation(async () => ({
    ticket: `t${++tickets}`,
    streamUrl: "http://elsewhere:3000/api/v1/events/stream",
  }))
  page = Object.assign(new EventTarget(), { hidden: false })
  const window = new EventTarget()
  vi.stubGlobal("document", page)
  vi.stubGlobal("window", globalThis)
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window))
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window))
  vi.stubGlobal("EventSource", Source)
  end = stream()
  await vi.advanceTimersByTimeAsync(0)
  newest().onopen?.()
})
afterEach(() => {
  end()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe("the event stream", () => {
  it("is opened on the page's own origin, with a ticket", () => {
    expect(newest().url).toBe("/api/v1/events/stream?ticket=t1")
  })

  it("makes old what an event touches, and tells whoever listens", () => {
    const heard: unknown[] = []
    const quiet = onEvent(({ type, data }) => heard.push([type, data]))
    newest().say("notification", "7", { title: "Hello" })
    quiet()
    newest().say("notification", "8", {})
    expect(heard).toEqual([["notification", { title: "Hello" }]])
    expect(invalidateQueries).toHaveBeenCalledWith({ queryKey: ["notifications"] })
  })

  it("goes on after a break with a new ticket, where it was, and later each time", async () => {
    newest().say("session.ended", "7")
    newest().onerror?.()
    expect(newest().closed).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(query().get("ticket")).toBe("t2")
    expect(query().get("lastEventId")).toBe("7")
    newest().onerror?.()
    await vi.advanceTimersByTimeAsync(900)
    expect(Source.all).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_200)
    expect(Source.all).toHaveLength(3)
  })

  it("asks for everything anew where what was missed is not kept", () => {
    newest().say("notification", "7")
    invalidateQueries.mockClear()
    newest().say("reset", "90")
    expect(invalidateQueries).toHaveBeenCalledWith()
  })

  it("asks for everything anew after a break before the first event", async () => {
    newest().onerror?.()
    await vi.advanceTimersByTimeAsync(1_000)
    newest().onopen?.()
    expect(invalidateQueries).toHaveBeenCalledWith()
  })

  it("holds no connection in the background, and is there again when one looks", async () => {
    page.hidden = true
    page.dispatchEvent(new Event("visibilitychange"))
    expect(newest().closed).toBe(true)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(Source.all).toHaveLength(1)
    page.hidden = false
    page.dispatchEvent(new Event("visibilitychange"))
    await vi.advanceTimersByTimeAsync(0)
    expect(Source.all).toHaveLength(2)
  })

  it("ends with the sign-in", async () => {
    ticket.mockRejectedValue(Object.assign(Object.create(AuthenticationError.prototype), { message: "Sign in first." }))
    newest().onerror?.()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(ticket).toHaveBeenCalledTimes(2)
    end()
    expect(Source.all).toHaveLength(1)
  })
})
