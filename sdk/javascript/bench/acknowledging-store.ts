// A store that does nothing but take frames in, in a process of its own, so that only clients are measured.
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { WebSocketServer } from "ws"

const server = createServer((_, response) => {
  const { port } = server.address() as AddressInfo
  const connection = {
    websocketUrl: `ws://127.0.0.1:${port}/ws/session/s1`,
    ticket: "t",
    protocols: ["jiga.session.v1"],
  }
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(connection))
})
new WebSocketServer({ server }).on("connection", (line) => {
  const timestamp = new Date().toISOString()
  const dof = { allocated: 20_000, consumed: 0, remaining: 20_000, rate: 8_000 }
  const limits = { messageBytes: 1_572_864 }
  const started = { sessionId: "s1", status: "active", dof, resumedFromSeq: 0, expiresAt: timestamp, limits }
  line.send(JSON.stringify({ type: "session_started", timestamp, data: started }))
  line.on("message", (raw) => {
    const { type, seq } = JSON.parse((raw as Buffer).toString()) as { type: string; seq: number }
    if (type === "ping") line.send(JSON.stringify({ type: "pong", timestamp, data: {} }))
    else if (type === "end_session") {
      line.send(
        JSON.stringify({
          type: "session_ended",
          timestamp,
          data: { reason: "ended_by_player", consumed: 0, released: 20_000 },
        }),
      )
      line.close(1000)
    } else line.send(JSON.stringify({ type: "ack", seq, timestamp, data: { done: true, dofConsumed: 0 } }))
  })
})
server.listen(0, "127.0.0.1", () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on("disconnect", () => process.exit())
