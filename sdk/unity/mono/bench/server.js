// A session's other end that does nothing but acknowledge, so that what is measured is the client. Prints its address.

import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const { WebSocketServer } = createRequire(new URL('../../generator/package.json', import.meta.url))('ws')

const started = JSON.stringify({
  type: 'session_started',
  timestamp: '2026-06-01T12:00:00Z',
  data: {
    sessionId: 'bench', status: 'active', dof: { allocated: 1e9, consumed: 0, remaining: 1e9, rate: 3000 }, resumedFromSeq: 0,
    expiresAt: '2026-06-01T16:00:00Z', limits: { messageBytes: 1572864 },
  },
})

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ websocketUrl: `ws://127.0.0.1:${server.address().port}/ws/session/bench`, ticket: 'x', protocols: ['jiga.session.v1'] }))
})
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', socket => {
  socket.send(started)
  socket.on('message', data => {
    const { seq } = JSON.parse(data)
    if (seq) socket.send(`{"type":"ack","seq":${seq},"timestamp":"2026-06-01T12:00:00Z","data":{"done":true,"dofConsumed":0}}`)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
process.stdin.on('end', () => process.exit()).resume()
