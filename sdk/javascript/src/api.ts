import type { RequestOptions } from "./options.js"
import { type Page, Pages } from "./page.js"
import type { Call, Transport } from "./transport.js"

/** @internal The calls that resources are made of. */
export class Api {
  readonly transport: Transport

  constructor(transport: Transport) {
    this.transport = transport
  }

  get<T>(path: string, query?: object, options?: RequestOptions): Promise<T> {
    return this.transport.request<T>({ method: "GET", path, query }, options)
  }

  send<T>(method: Call["method"], path: string, body?: unknown, options?: RequestOptions): Promise<T> {
    return this.transport.request<T>({ method, path, body }, options)
  }

  /** A POST that moves DOF or makes something: done once, however often it is sent. */
  once<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> {
    return this.transport.request<T>({ method: "POST", path, body, once: true }, options)
  }

  /** A POST that changes nothing when it comes again. */
  again<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> {
    return this.transport.request<T>({ method: "POST", path, body, repeatable: true }, options)
  }

  pages<T, P extends Page<T> = Page<T>>(path: string, query?: object, options?: RequestOptions): Pages<T, P> {
    return new Pages<T, P>((cursor) => this.get<P>(path, { ...query, cursor }, options))
  }
}

/** @internal A piece of a path. */
export function id(value: string): string {
  if (!value) throw new TypeError("An id is missing.")
  return encodeURIComponent(value)
}
