import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { inspect, promisify } from "node:util"
import { WebSocket } from "ws"
import {
  ApiError,
  ConnectionError,
  JigaError,
  JigaStore,
  type JigaStoreOptions,
  type LiveEvents,
  type LiveSession,
  SessionEndedError,
  type SocketConstructor,
  ValidationError,
} from "../src/index.js"
import { PretendStore, problem } from "./support/pretend-store.js"

async function connected(store: PretendStore, options: JigaStoreOptions = {}): Promise<LiveSession> {
  const jiga = new JigaStore({ baseUrl: store.url, accessToken: "t", ...options })
  return (await jiga.marketplace.hire("nova", { dofAllocation: 20_000 })).connect()
}

/** All that a session tells, in its order. */
function record(live: LiveSession): { names: string[]; of<E extends keyof LiveEvents>(event: E): LiveEvents[E][] } {
  const told: [string, unknown][] = []
  const events = "started response dofUpdate detected warning reconnecting reconnected ended error state unknown".split(
    " ",
  )
  for (const event of events) live.on(event as keyof LiveEvents, (about: unknown) => void told.push([event, about]))
  return {
    get names() {
      return told.map(([event]) => event)
    },
    of: <E extends keyof LiveEvents>(wanted: E) =>
      told.filter(([event]) => event === wanted).map(([, about]) => about as LiveEvents[E]),
  }
}

async function until(condition: () => boolean, what: string, within = 10_000): Promise<void> {
  for (const end = Date.now() + within; !condition(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    if (Date.now() > end) assert.fail(`not within ${within} ms: ${what}`)
  }
}

describe("what is said", { concurrency: true }, () => {
  it("is answered in pieces, and as a whole", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const pieces: string[] = []
    for await (const { text } of live.say("hello")) pieces.push(text)
    assert.deepEqual(pieces, ["You said:", " hello"])
    const answer = await live.say("again")
    assert.deepEqual([answer.text, answer.dofConsumed, answer.seq], ["You said: again", 100, 2])
  })

  it("can be heard more than once, and late", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const reply = live.say("hello")
    await reply
    const heard = async () => {
      const pieces: string[] = []
      for await (const { text } of reply) pieces.push(text)
      return pieces.join("")
    }
    assert.deepEqual(await Promise.all([heard(), heard()]), ["You said: hello", "You said: hello"])
  })

  it("reaches `response` when nobody awaits it", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    live.say("hello")
    await until(() => told.of("response").some(({ done }) => done), "the last word")
    assert.equal(told.of("response").at(-1)?.answer?.text, "You said: hello")
  })

  it("is numbered anew when something before it is refused", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const said = [live.say("a"), live.say(""), live.say("b"), live.gameEvent("kill"), live.say(""), live.say("c")]
    const heard = await Promise.allSettled(said)
    assert.deepEqual(
      heard.map((each) => (each.status === "fulfilled" ? each.value.text : (each.reason as ApiError).code)),
      ["You said: a", "MALFORMED_FRAME", "You said: b", "", "MALFORMED_FRAME", "You said: c"],
    )
    assert.equal(store.session.consumed, 300)
  })

  it("is refused here when it is larger than the store takes", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    await assert.rejects(live.say("x".repeat(20_000)).then(), ValidationError)
    assert.equal((await live.say("short")).text, "You said: short")
    assert.equal(store.session.lines, 1)
  })

  it("can be given up", async () => {
    await using store = await PretendStore.start()
    store.session.intercept = ({ type }) => type === "text_input"
    await using live = await connected(store)
    const controller = new AbortController()
    const reply = live.say("hello", { signal: controller.signal })
    controller.abort(new Error("enough"))
    await assert.rejects(reply.then(), /enough/)
    await live.close()
  })

  it("that failed reaches `error` when nobody awaits it", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    live.say("")
    await until(() => told.of("error").length > 0, "the error")
    assert.equal((told.of("error")[0] as ApiError).code, "MALFORMED_FRAME")
  })

  it("is refused with a reason when it cannot be sent, whether it is awaited or not", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    const circle: Record<string, unknown> = {}
    circle.of = circle
    const unreadable = new Blob(["x"])
    unreadable.arrayBuffer = () => Promise.reject(new Error("The file is gone."))
    const said = [
      () => live.gameEvent("kill", circle),
      () => live.gameEvent("kill", { damage: 10n }),
      () => live.say(10n as unknown as string),
      () => live.frame(unreadable),
    ]
    for (const [index, send] of said.entries()) {
      await assert.rejects(send().then(), (error) => error instanceof JigaError && /cannot be sent/.test(error.message))
      assert.equal(told.of("error").length, index)
      send()
      await until(() => told.of("error").length > index, "the error")
      assert.match(told.of("error")[index]?.message ?? "", /cannot be sent: .*(circular|BigInt|gone)/)
    }
    assert.equal((await live.say("well")).seq, 1)
  })

  it("is what it was when it was said, whatever the game does with it while it waits", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const at = { zone: "B long" } as Record<string, unknown>
    store.session.cut()
    await live.once("reconnecting")
    const told = live.gameEvent("kill", { at })
    at.zone = at
    await told
    assert.deepEqual(store.session.frames.at(-1)?.data, { kind: "kill", at: { zone: "B long" } })
  })

  it("comes as soon as the line reads on, however much it is", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => live.say(`${i}`)))
    assert.deepEqual(
      answers.map(({ seq }) => seq),
      Array.from({ length: 500 }, (_, i) => i + 1),
    )
    assert.equal(store.session.consumed, 50_000)
  })
})

/** A `WebSocket` that cannot be made, as often as it is said. */
function unmade(times: number): SocketConstructor {
  return new Proxy(WebSocket, {
    construct(Platform, [url, protocols]: [string, string[]]) {
      if (times-- > 0) throw new DOMException(`An insecure connection to ${url} may not be made.`, "SecurityError")
      return new Platform(url, protocols)
    },
  })
}

describe("a line that cannot be opened", { concurrency: true }, () => {
  const PORTAL = { body: {} }

  it("is a ConnectionError, when what answers is no store", async () => {
    await using store = await PretendStore.start()
    store.on("POST /sessions/s1/connection", PORTAL)
    const { sessions } = new JigaStore({ baseUrl: store.url, accessToken: "t" })
    await assert.rejects(sessions.connect("s1"), (error) => {
      return error instanceof ConnectionError && /no store/.test(error.message) && !/undefined/.test(error.message)
    })
    assert.equal(store.calls("POST /sessions/s1/connection").length, 3)
  })

  it("is a ConnectionError without the ticket, when the platform does not make one", async () => {
    await using store = await PretendStore.start()
    await assert.rejects(connected(store, { WebSocket: unmade(9) }), (error) => {
      const shown = inspect(error)
      return error instanceof ConnectionError && /may not be made/.test(shown) && /ticket=…/.test(shown)
    })
    await using live = await connected(store, { WebSocket: unmade(1) })
    assert.equal((await live.say("hello")).text, "You said: hello")
  })

  it("is a try like others when the line had broken", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    await live.say("before")
    store.on("POST /sessions/s1/connection", PORTAL, 1)
    store.on("POST /sessions/s1/connection", { body: { websocketUrl: "nowhere:", ticket: "t" } }, 1)
    store.on("POST /sessions/s1/connection", { body: "" }, 1)
    store.on("POST /sessions/s1/connection", { body: "<html>Please sign in</html>" }, 1)
    store.session.cut()
    assert.equal((await live.say("after")).text, "You said: after")
    assert.deepEqual(
      told.of("reconnecting").map(({ attempt }) => attempt),
      [1, 2, 3, 4, 5],
    )
    assert.deepEqual(told.of("error"), [])
  })

  it("leaves nothing behind that ends the program later", async () => {
    const program = `
      import { JigaStore } from "./src/index.ts"
      import { PretendStore } from "./test/support/pretend-store.ts"
      const wait = setTimeout
      globalThis.setTimeout = (then, after, ...about) => wait(then, after === 10_000 ? 2_000 : after, ...about)
      const store = await PretendStore.start()
      store.on("POST /sessions/s1/connection", { body: {} })
      const { sessions } = new JigaStore({ baseUrl: store.url, accessToken: "t" })
      await sessions.connect("s1").catch(({ name }) => console.log(name))
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      console.log("well")
      await store[Symbol.asyncDispose]()`
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", program],
      { cwd: fileURLToPath(new URL("..", import.meta.url)) },
    )
    assert.equal(stdout, "ConnectionError\nwell\n")
  })
})

describe("a broken line", { concurrency: true }, () => {
  it("is told, mended, and costs nothing", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    await live.say("before")
    store.session.cut()
    assert.equal((await live.say("after")).text, "You said: after")
    assert.deepEqual(
      told.names.filter((name) => name.startsWith("re") && name !== "response"),
      ["reconnecting", "reconnected"],
    )
    assert.equal(store.session.consumed, 200)
    assert.deepEqual(told.of("state"), ["live", "reconnecting", "live"])
  })

  it("after the store heard gives the answer once", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    store.session.intercept = (frame, line) => {
      if (frame.type !== "text_input") return false
      store.session.intercept = undefined
      line.terminate()
      store.session.hear(frame)
      return true
    }
    const answer = await live.say("hello")
    assert.deepEqual([answer.text, answer.dofConsumed], ["You said: hello", 100])
    assert.equal(told.of("response").filter(({ done }) => done).length, 1)
    assert.deepEqual(
      store.session.frames.filter(({ type }) => type === "text_input").map(({ seq }) => seq),
      [1, 1],
    )
    assert.equal(store.session.consumed, 100)
  })

  it("in the middle of an answer leaves no piece out, and none twice", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.intercept = (frame, line) => {
      if (frame.type !== "text_input") return false
      store.session.intercept = undefined
      store.session.send("agent_response", { text: "You sa", done: false }, frame.seq)
      // The store had it in its books by then.
      line.close(1012)
      store.session.hear(frame)
      return true
    }
    const pieces: string[] = []
    for await (const { text } of live.say("hello")) pieces.push(text)
    assert.equal(pieces.join(""), "You said: hello")
  })

  it("before the store had booked it may bring another answer, which takes the first one's place", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.intercept = (frame, line) => {
      if (frame.type !== "text_input") return false
      store.session.intercept = undefined
      store.session.send("agent_response", { text: "Something else ", done: false }, frame.seq)
      line.close(1012)
      return true
    }
    let shown = ""
    for await (const { text, restart } of live.say("hello")) shown = restart ? text : shown + text
    assert.equal(shown, "You said: hello")
  })

  it("does not lose its order", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.cut()
    await until(() => live.state === "reconnecting", "reconnecting")
    const answers = await Promise.all(["a", "b", "c"].map((text) => live.say(text)))
    assert.deepEqual(
      answers.map(({ seq, text }) => `${seq} ${text}`),
      ["1 You said: a", "2 You said: b", "3 You said: c"],
    )
  })

  it("waits for a store that refuses for a while", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.on("POST /sessions/s1/connection", problem(503, "UNAVAILABLE"), 3)
    const told = record(live)
    store.session.cut()
    assert.equal((await live.say("hello")).text, "You said: hello")
    assert.deepEqual(
      told.of("reconnecting").map(({ attempt }) => attempt),
      [1, 2, 3, 4],
    )
  })

  it("keeps only the newest picture", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.cut()
    await until(() => live.state === "reconnecting", "reconnecting")
    const shown = await Promise.all(["YQ==", "Yg==", "Yw=="].map((image) => live.frame(image)))
    assert.deepEqual(
      shown.map(({ skipped }) => skipped),
      [true, true, undefined],
    )
    assert.deepEqual(
      store.session.frames.filter(({ type }) => type === "frame").map(({ data }) => data?.image),
      ["Yw=="],
    )
  })

  it("is not mended when the session was opened from another place", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.close(4002)
    await until(() => live.state === "ended", "the end")
    await assert.rejects(
      live.say("hello").then(),
      (error) => error instanceof SessionEndedError && error.reason === "opened_elsewhere",
    )
    assert.equal(store.session.lines, 1)
  })

  it("is not mended when nobody is signed in any more, and says so", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.on("POST /sessions/s1/connection", problem(401, "INVALID_TOKEN"))
    const told = record(live)
    store.session.close(4003)
    await until(() => live.state === "closed", "the end")
    assert.equal((told.of("error")[0] as ApiError).code, "INVALID_TOKEN")
  })

  it("brings the bill when the session ended meanwhile", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    await live.say("hello")
    store.session.cut()
    store.session.end("away_too_long")
    await assert.rejects(live.say("still there?").then(), (error) => {
      return error instanceof SessionEndedError && error.reason === "away_too_long" && error.bill?.consumed === 100
    })
    assert.equal(live.cost.consumed, 100)
  })

  it("that is only silent is noticed, and what was lost on it goes again", { timeout: 40_000 }, async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.intercept = () => true
    const reply = live.say("hello")
    await until(() => live.state === "reconnecting", "the silence", 20_000)
    store.session.intercept = undefined
    assert.equal((await reply).text, "You said: hello")
    assert.equal(store.session.consumed, 100)
  })
})

describe("what comes twice", { concurrency: true }, () => {
  it("is told once, when it is a piece", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.intercept = ({ type, seq }) => {
      if (type !== "text_input") return false
      for (const part of [1, 1, 2, 2, 3]) store.session.send("agent_response", { part, text: "ha ", done: false }, seq)
      store.session.send("agent_response", { text: "", done: true, dofConsumed: 100 }, seq)
      return true
    }
    assert.equal((await live.say("hello")).text, "ha ha ha ")
  })

  it("is told once, when it is a last word", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    await live.say("hello")
    store.session.send("agent_response", { text: "", done: true, dofConsumed: 100 }, 1)
    await live.say("world")
    assert.equal(told.of("response").filter(({ done }) => done).length, 2)
    assert.equal(live.cost.consumed, 200)
  })
})

describe("pausing", { concurrency: true }, () => {
  it("is done when the store has said so", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    await live.pause()
    assert.equal(live.state, "paused")
    await assert.rejects(
      live.say("hello").then(),
      (error) => error instanceof ApiError && error.code === "SESSION_PAUSED",
    )
    await live.resume()
    assert.equal(live.state, "live")
    assert.equal((await live.say("hello")).dofConsumed, 100)
  })

  it("survives a broken line", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    store.session.intercept = ({ type }) => type === "pause"
    const paused = live.pause()
    await until(() => store.session.frames.some(({ type }) => type === "pause"), "the first pause")
    store.session.intercept = undefined
    store.session.cut()
    await paused
    assert.equal(store.session.paused, true)
    assert.equal(live.state, "paused")
  })
})

describe("a configuration", { concurrency: true }, () => {
  it("is added to what is asked of the agent already", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    let configuration: unknown = { target_fps: 1, high_speed_mode: "balanced" }
    store.on("GET /sessions/s1", () => ({ body: { id: "s1", configuration } }), 1)
    store.on("PUT /sessions/s1", ({ body }) => ({
      body: (configuration = (body as { configuration: unknown }).configuration) as object,
    }))
    await live.configure({ target_fps: 3 })
    assert.deepEqual(configuration, { target_fps: 3, high_speed_mode: "balanced" })
  })
})

describe("the end", { concurrency: true }, () => {
  it("comes after what was said is answered, with the bill", async () => {
    await using store = await PretendStore.start()
    const live = await connected(store)
    const told = record(live)
    const reply = live.say("bye")
    const bill = await live.end()
    assert.equal((await reply).text, "You said: bye")
    assert.deepEqual(bill, { sessionId: "s1", reason: "ended_by_player", consumed: 100, released: 19_900 })
    assert.equal(told.of("ended").length, 1)
    assert.equal(await live.end(), bill)
    assert.equal(live.cost.consumed, 100)
    await assert.rejects(live.say("hello").then(), SessionEndedError)
  })

  it("is a call when the line is broken", async () => {
    await using store = await PretendStore.start()
    const live = await connected(store)
    store.on("POST /sessions/s1/connection", problem(503, "UNAVAILABLE"))
    store.session.cut()
    await until(() => live.state === "reconnecting", "reconnecting")
    assert.equal((await live.end()).reason, "ended_by_player")
    assert.equal(live.state, "ended")
  })

  it("comes with the block of `await using`", async () => {
    await using store = await PretendStore.start()
    {
      await using live = await connected(store)
      await live.say("hello")
    }
    assert.equal(store.session.bill?.consumed, 100)
  })

  it("does not come with a block that keeps the session", async () => {
    await using store = await PretendStore.start()
    const jiga = new JigaStore({ baseUrl: store.url, accessToken: "t" })
    {
      await using live = await jiga.sessions.connect("s1", { keep: true })
      await live.say("hello")
    }
    assert.equal(store.session.bill, undefined)
    await using again = await jiga.sessions.connect("s1")
    assert.equal((await again.say("again")).seq, 2)
  })

  it("fails what is still unanswered when one leaves", async () => {
    await using store = await PretendStore.start()
    const live = await connected(store)
    store.session.intercept = ({ type }) => type === "text_input"
    const reply = live.say("hello")
    await live.close()
    await assert.rejects(reply.then(), ConnectionError)
    assert.equal(live.state, "closed")
  })

  it("before it began is said with the bill", async () => {
    await using store = await PretendStore.start()
    store.session.end("time_limit")
    const jiga = new JigaStore({ baseUrl: store.url, accessToken: "t" })
    await assert.rejects(
      jiga.sessions.connect("s1"),
      (error) => error instanceof SessionEndedError && error.reason === "time_limit",
    )
  })
})

describe("listeners", { concurrency: true }, () => {
  it("hear everything from `started` on, when they come right after the connection", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    await live.say("hello")
    assert.deepEqual(told.names.slice(0, 2), ["state", "started"])
  })

  it("that throw harm nobody, and are told of", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    live.on("response", () => {
      throw new Error("oops")
    })
    live.on("response", () => Promise.reject(new Error("oops")) as never)
    const told = record(live)
    assert.equal((await live.say("hello")).text, "You said: hello")
    await until(() => told.of("error").length >= 4, "the errors")
    assert.ok(told.of("error").every((error) => error instanceof JigaError && error.message.includes("oops")))
  })

  it("of `error` that throw do not go round in circles", async () => {
    await using store = await PretendStore.start()
    const logged: string[] = []
    await using live = await connected(store, { logger: { error: (message) => void logged.push(message) } })
    live.on("error", () => {
      throw new Error("oops")
    })
    await live.say("").then(undefined, () => {})
    live.say("")
    await until(() => logged.length > 0, "the log")
    assert.match(logged[0] ?? "", /oops/)
  })

  it("hear what this SDK does not know", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    const told = record(live)
    store.session.send("confetti", { colour: "gold" })
    store.session.send("agent_response", { text: "Psst", kind: "whisper", done: false, volume: 1 }, 7)
    await live.say("hello")
    assert.equal(told.of("unknown")[0]?.type, "confetti")
    assert.equal(told.of("response")[0]?.kind, "whisper")
    assert.deepEqual(told.of("error"), [])
  })

  it("stop when they are told to", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    let heard = 0
    const stop = live.on("response", () => (heard += 1))
    stop()
    await live.say("hello")
    assert.equal(heard, 0)
  })
})

describe("connecting", { concurrency: true }, () => {
  it("takes the hire's own ticket, once", async () => {
    await using store = await PretendStore.start()
    await using live = await connected(store)
    assert.equal(store.calls("POST /sessions/s1/connection").length, 0)
    store.session.cut()
    await live.say("hello")
    assert.equal(store.calls("POST /sessions/s1/connection").length, 1)
  })

  it("can be given up", async () => {
    await using store = await PretendStore.start()
    store.on("POST /sessions/s1/connection", "never")
    const jiga = new JigaStore({ baseUrl: store.url, accessToken: "t" })
    await assert.rejects(jiga.sessions.connect("s1", { signal: AbortSignal.timeout(50) }), { name: "TimeoutError" })
  })

  it("fails when there is no such session", async () => {
    await using store = await PretendStore.start()
    const jiga = new JigaStore({ baseUrl: store.url, accessToken: "t" })
    await assert.rejects(jiga.sessions.connect("nobody"), (error) => error instanceof ApiError && error.status === 404)
  })
})
