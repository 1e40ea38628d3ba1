import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type WebSocket, WebSocketServer } from "ws"

/** What the store heard. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage["headers"]
  readonly body: unknown
}

/** What it answers: a status, and JSON; or nothing at all. */
export type Answer = { status?: number; headers?: Record<string, string>; body?: unknown } | "hang up" | "never"

type Handler = (heard: Heard) => Answer | Promise<Answer>

interface Frame {
  type: string
  seq?: number
  data?: { text?: string; kind?: string; [member: string]: unknown }
}

/**
 * As much of a store as tests need that must decide what it says and when: over real sockets, on a free port. It keeps the rules of
 * a session's line: numbers, repeats, one last word with one price.
 */
export class PretendStore implements AsyncDisposable {
  readonly url: string
  readonly heard: Heard[] = []
  readonly session: PretendSession
  readonly #server: Server
  readonly #lines: WebSocketServer
  readonly #handlers: { pattern: RegExp; handler: Handler; times: number }[] = []

  private constructor(server: Server) {
    this.#server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    this.session = new PretendSession()
    this.#lines = new WebSocketServer({ server })
    this.#lines.on("connection", (line) => this.session.opened(line))
    const websocketUrl = `${this.url.replace("http", "ws")}/ws/session/s1`
    const connection = () => ({ websocketUrl, ticket: crypto.randomUUID(), protocols: ["jiga.session.v1"] })
    const contract = { dofAllocated: 20_000, estimatedHours: 2.5, baseRate: 8_000, startedAt: "2026-01-01T00:00:00Z" }
    this.on("POST /marketplace/[^/]+/hire", () => ({
      status: 201,
      body: { sessionId: "s1", agentId: "nova", type: "hired", status: "active", contract, connection: connection() },
    }))
    this.on("POST /sessions/s1/connection", () =>
      this.session.bill ? problem(409, "SESSION_ENDED") : { body: connection() },
    )
    this.on("DELETE /sessions/s1", () => ({ body: { id: "s1", ...this.session.end("ended_by_player") } }))
    this.on("GET /sessions/s1", () => ({ body: this.session.view() }))
  }

  static async start(): Promise<PretendStore> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const store = new PretendStore(server)
    server.on("request", (request, response) => void store.#serve(request, response))
    return store
  }

  /** Answers calls such as `GET /profile`; what is said last goes first. */
  on(call: string, handler: Handler | Answer, times = Infinity): void {
    const pattern = new RegExp(`^${call}$`)
    this.#handlers.unshift({ pattern, handler: typeof handler === "function" ? handler : () => handler, times })
  }

  calls(call: string): Heard[] {
    const pattern = new RegExp(`^${call}$`)
    return this.heard.filter(({ method, path }) => pattern.test(`${method} ${path}`))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.session.stop()
    for (const line of this.#lines.clients) line.terminate()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? "/", this.url)
    const text = Buffer.concat(chunks).toString()
    const heard: Heard = {
      method: request.method ?? "",
      path: url.pathname.replace(/^\/api\/v1/, ""),
      query: url.searchParams,
      headers: request.headers,
      body: text.startsWith("{") ? JSON.parse(text) : text,
    }
    this.heard.push(heard)
    const matching = this.#handlers.find(
      ({ pattern, times }) => times > 0 && pattern.test(`${heard.method} ${heard.path}`),
    )
    if (matching) matching.times--
    const answer = (await matching?.handler(heard)) ?? problem(404, "NOT_FOUND")
    if (answer === "never") return
    if (answer === "hang up") return void request.socket.destroy()
    const { status = 200, headers = {}, body } = answer
    const json = typeof body === "string" ? body : JSON.stringify(body)
    response.writeHead(body === undefined ? 204 : status, {
      "content-type": status < 400 ? "application/json" : "application/problem+json",
      ...headers,
    })
    response.end(json)
  }
}

/** A problem of RFC 9457 as the store writes it. */
export function problem(status: number, code: string, more: Record<string, unknown> = {}): Answer {
  const body = {
    type: "about:blank",
    title: code,
    status,
    detail: `It is ${code}.`,
    code,
    error: code,
    requestId: "r1",
    ...more,
  }
  return { status, body }
}

/** One session, whose agent says back what it hears: 100 DOF for each thing said, and no time. */
export class PretendSession {
  /** Every frame, over all lines. */
  readonly frames: Frame[] = []
  bill: { reason: string; consumed: number; released: number } | undefined
  consumed = 0
  rate = 8_000
  paused = false
  lines = 0
  /** Looks at a frame first; true means that it is dealt with. */
  intercept: ((frame: Frame, line: WebSocket) => boolean) | undefined
  readonly #said = new Map<number, { text: string; dofConsumed: number; type: string }>()
  #line: WebSocket | undefined

  get lastSeq(): number {
    return this.#said.size
  }

  opened(line: WebSocket): void {
    this.lines++
    this.#line = line
    this.send("session_started", {
      sessionId: "s1",
      status: this.paused ? "paused" : "active",
      dof: { allocated: 20_000, consumed: this.consumed, remaining: 20_000 - this.consumed, rate: this.rate },
      resumedFromSeq: this.lastSeq,
      expiresAt: "2026-01-01T04:00:00Z",
      limits: {
        messageBytes: 10_000,
        imageBytes: 5_000,
        voiceSeconds: 60,
        textCharacters: 4_000,
        levels: 32,
        imageFormats: [],
        voiceFormats: [],
      },
    })
    line.on("message", (raw) => {
      const frame = JSON.parse((raw as Buffer).toString()) as Frame
      this.frames.push(frame)
      if (!this.intercept?.(frame, line)) this.hear(frame)
    })
    line.on("error", () => {})
  }

  hear(frame: Frame): void {
    const { type, seq, data } = frame
    switch (type) {
      case "ping":
        return this.send("pong", {})
      case "pause":
      case "resume":
        this.paused = type === "pause"
        return this.update()
      case "config_update":
        return
      case "end_session":
        return void this.end("ended_by_player")
    }
    if (seq === undefined) return
    if (seq > this.lastSeq + 1) {
      return this.refuse(seq, "SEQ_OUT_OF_ORDER", { expected: this.lastSeq + 1 })
    }
    const before = this.#said.get(seq)
    if (!before && (data?.text === "" || this.paused))
      return this.refuse(seq, this.paused ? "SESSION_PAUSED" : "MALFORMED_FRAME")
    const said = before ?? { text: data?.text ?? "", dofConsumed: type === "text_input" ? 100 : 0, type }
    if (!before) {
      this.#said.set(seq, said)
      this.consumed += said.dofConsumed
    }
    const replayed = before ? { replayed: true } : {}
    if (said.type !== "text_input")
      return this.send("ack", { done: true, dofConsumed: said.dofConsumed, ...replayed }, seq)
    const words = `You said: ${said.text}`
    if (before) return this.send("agent_response", { text: words, done: true, dofConsumed: 100, ...replayed }, seq)
    this.send("agent_response", { text: words.slice(0, 9), done: false }, seq)
    this.send("agent_response", { text: words.slice(9), done: true, dofConsumed: 100 }, seq)
    this.update()
  }

  update(): void {
    const { consumed, rate, paused } = this
    this.send("dof_update", { consumed, remaining: 20_000 - consumed, rate, paused })
  }

  refuse(seq: number, code: string, more: object = {}): void {
    this.send("error", { code, message: `It is ${code}.`, accepted: false, done: true, dofConsumed: 0, ...more }, seq)
  }

  send(type: string, data: object, seq?: number): void {
    const frame = { type, ...(seq === undefined ? {} : { seq }), timestamp: new Date().toISOString(), data }
    this.#line?.send(JSON.stringify(frame), () => {})
  }

  /** Without a word. */
  cut(): void {
    this.#line?.terminate()
  }

  close(code: number): void {
    this.#line?.close(code)
  }

  end(reason: string): { reason: string; consumed: number; released: number } {
    if (!this.bill) {
      this.bill = { reason, consumed: this.consumed, released: 20_000 - this.consumed }
      this.send("session_ended", this.bill)
      this.close(1000)
    }
    return this.bill
  }

  stop(): void {
    this.cut()
  }

  view(): object {
    const { bill, consumed } = this
    const dof = { allocated: 20_000, consumed, remaining: 20_000 - consumed, rate: this.rate }
    return { id: "s1", status: bill ? "ended" : "active", dof, ...(bill ? { endReason: bill.reason } : {}) }
  }
}
