// The browser's half of the WebGL socket, in Node: what Unity's build puts around it is made up here, the WebSocket is real.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import vm from 'node:vm'

const { WebSocket, WebSocketServer } = createRequire(new URL('../../generator/package.json', import.meta.url))('ws')

/** A page does not end because nobody listens to a socket's errors. */
class BrowserWebSocket extends WebSocket {
  constructor(...of) {
    super(...of)
    this.on('error', () => {})
  }
}

const library = () => {
  const strings = []
  const heap = new Uint8Array(1 << 16)
  const world = {
    LibraryManager: { library: {} },
    mergeInto: Object.assign,
    UTF8ToString: pointer => strings[pointer],
    HEAPU8: heap,
    WebSocket: BrowserWebSocket,
    TextEncoder,
  }
  vm.createContext(world)
  vm.runInContext(readFileSync(new URL('../../ai.jiga.store/Runtime/Plugins/WebGL/JigaStoreSocket.jslib', import.meta.url), 'utf8'), world)
  const functions = world.LibraryManager.library
  world.jigaStoreSockets = functions.$jigaStoreSockets
  const pointer = text => strings.push(text) - 1
  const next = id => {
    const length = functions.JigaStoreSocketNextLength(id)
    if (length < 0) return undefined
    functions.JigaStoreSocketNext(id, 8, length)
    return new TextDecoder().decode(heap.subarray(8, 8 + length))
  }
  return { ...functions, pointer, next, open: url => functions.JigaStoreSocketOpen(pointer(url), pointer('jiga.session.v1')) }
}

const until = async condition => {
  for (let i = 0; !condition(); i++) {
    assert.ok(i < 500, 'it took more than five seconds')
    await new Promise(done => setTimeout(done, 10))
  }
}

const served = async play => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise(done => server.on('listening', done))
  try {
    await play(server, `ws://127.0.0.1:${server.address().port}/`)
  } finally {
    server.clients.forEach(client => client.terminate())
    await new Promise(done => server.close(done))
  }
}

test('messages go both ways, in their order and in UTF-8', () =>
  served(async (server, url) => {
    server.on('connection', socket => {
      assert.equal(socket.protocol, 'jiga.session.v1')
      socket.on('message', data => socket.send(`heard ${data}`))
      socket.send('één')
      socket.send('')
    })
    const page = library()
    const id = page.open(url)
    assert.equal(page.JigaStoreSocketState(id), 0)
    await until(() => page.JigaStoreSocketState(id) === 1)
    page.JigaStoreSocketSend(id, page.pointer('grüß dich 👋'))
    const heard = []
    await until(() => {
      for (let text = page.next(id); text !== undefined; text = page.next(id)) heard.push(text)
      return heard.length === 3
    })
    assert.deepEqual(heard, ['één', '', 'heard grüß dich 👋'])
  }))

test('the close code of the other side is told, after what was said before it', () =>
  served(async (server, url) => {
    server.on('connection', socket => {
      socket.send('last words')
      socket.close(4002, 'elsewhere')
    })
    const page = library()
    const id = page.open(url)
    await until(() => page.JigaStoreSocketState(id) === 3)
    assert.equal(page.next(id), 'last words')
    assert.equal(page.JigaStoreSocketCloseCode(id), 4002)
  }))

test('a page says goodbye with a code that pages may say', () =>
  served(async (server, url) => {
    const codes = []
    server.on('connection', socket => socket.on('close', code => codes.push(code)))
    const page = library()
    for (const code of [1000, 1001, 4000]) {
      const id = page.open(url)
      await until(() => page.JigaStoreSocketState(id) === 1)
      page.JigaStoreSocketClose(id, code, page.pointer('bye'))
      assert.equal(page.JigaStoreSocketState(id), 2)
      page.JigaStoreSocketSend(id, page.pointer('too late'))
    }
    await until(() => codes.length === 3)
    assert.deepEqual(codes.sort(), [1000, 1000, 4000])
  }))

test('an address that is none, nobody there, and a socket that is forgotten', async () => {
  const page = library()
  assert.equal(page.JigaStoreSocketState(page.open('no address')), 3)
  const id = page.open('ws://127.0.0.1:1/')
  await until(() => page.JigaStoreSocketState(id) === 3)
  assert.equal(page.JigaStoreSocketCloseCode(id), 1006)
  page.JigaStoreSocketForget(id)
  assert.equal(page.JigaStoreSocketState(id), 3)
  assert.equal(page.JigaStoreSocketNextLength(id), -1)
})
