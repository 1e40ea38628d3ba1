import { ConnectionError, inWords, JigaError } from "../errors.js"

/**
 * What a `WebSocket` must be able to do; the browsers', Node's and the package `ws` all can.
 *
 * @example
 * ```ts
 * import WebSocket from "ws"
 * const store = new JigaStore({ accessToken, WebSocket: WebSocket as unknown as SocketConstructor })
 * ```
 */
export type SocketConstructor = new (url: string, protocols?: string[]) => Socket

/**
 * A line, as far as the SDK uses it.
 *
 * @example
 * ```ts
 * const recorded: string[] = []
 * class Recorded extends WebSocket {
 *   override send(text: string) {
 *     recorded.push(text)
 *     super.send(text)
 *   }
 * }
 * const store = new JigaStore({ accessToken, WebSocket: Recorded })
 * ```
 */
export interface Socket {
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  send(text: string): void
  close(code?: number, reason?: string): void
}

/** @internal What happens on a line; nothing more after `closed`. */
export interface LineEvents {
  message(text: string): void
  closed(code: number, reason: string): void
}

/** @internal */
export function notOpen(why: string): ConnectionError {
  return new ConnectionError(`The session's line did not open: ${why}.`)
}

/** @internal One connection to the store. */
export class Line {
  readonly #socket: Socket
  #events: LineEvents | undefined

  constructor(Constructor: SocketConstructor, url: string, protocols: string[], events: LineEvents) {
    this.#events = events
    try {
      this.#socket = new Constructor(url, protocols)
    } catch (error) {
      // Such as a page with https: that may not open ws:. Not as its cause: that may show the ticket.
      throw notOpen(inWords(error))
    }
    const socket = this.#socket
    socket.onmessage = ({ data }: { data: unknown }) => this.#events?.message(String(data))
    socket.onclose = ({ code, reason }: { code: number; reason: string }) => this.#gone(code, reason)
    // A broken line closes as well, and then says more than this.
    socket.onerror = () => {}
  }

  send(text: string): void {
    if (!this.#events) return
    try {
      this.#socket.send(text)
    } catch {
      // It is closing; what was not heard is sent again over the next line.
    }
  }

  /** Leaves. A line that is dead already does not say goodbye, so nobody waits for it. */
  leave(code = 1000): void {
    if (!this.#events) return
    this.#events = undefined
    try {
      this.#socket.close(code)
    } catch {
      // It never opened.
    }
  }

  /** Gives a line up that does not answer any more. */
  abandon(why: string): void {
    const events = this.#events
    this.leave(4900)
    const socket = this.#socket as Socket & { terminate?(): void }
    socket.terminate?.()
    events?.closed(1006, why)
  }

  #gone(code: number, reason: string): void {
    const events = this.#events
    this.#events = undefined
    events?.closed(code, reason)
  }
}

/** @internal The caller's, the platform's, or the package `ws`. */
export async function socketConstructor(given: SocketConstructor | undefined): Promise<SocketConstructor> {
  const platform = given ?? (globalThis as { WebSocket?: SocketConstructor }).WebSocket
  if (platform) return platform
  try {
    return (await load<{ WebSocket: SocketConstructor }>("ws")).WebSocket
  } catch (cause) {
    throw new JigaError("There is no WebSocket. On Node before 22: npm install ws", { cause })
  }
}

/** Not a literal in the import, so that no bundler looks for a package that a browser does not need. */
function load<T>(name: string): Promise<T> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ name) as Promise<T>
}
