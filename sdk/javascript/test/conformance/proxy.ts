import { type ChildProcessByStdio, spawn } from "node:child_process"
import { once } from "node:events"
import type { Readable, Writable } from "node:stream"

/** The fault proxy of sdk/conformance: stands between the SDK and the store, and breaks what it is told to. */
export class Proxy {
  readonly url: string
  readonly #control: string
  readonly #process: ChildProcessByStdio<Writable, Readable, null>

  private constructor(url: string, control: string, process: ChildProcessByStdio<Writable, Readable, null>) {
    this.url = url
    this.#control = control
    this.#process = process
  }

  static async start(script: string, store: string): Promise<Proxy> {
    const process = spawn("python3", [script, "--store", store], { stdio: ["pipe", "pipe", "ignore"] })
    const [line] = (await Promise.race([
      once(process.stdout, "data"),
      once(process, "exit").then(() => Promise.reject(new Error("The proxy did not start."))),
    ])) as [Buffer]
    const { url, control } = JSON.parse(line.toString()) as { url: string; control: string }
    return new Proxy(url, control, process)
  }

  async fault(rule: unknown): Promise<[]> {
    await this.#ask("POST", "/faults", rule)
    return []
  }

  async now(act: unknown): Promise<[]> {
    await this.#ask("POST", "/now", act)
    return []
  }

  /** @returns what is not as it should be */
  async check(wanted: unknown): Promise<string[]> {
    return ((await this.#ask("POST", "/check", wanted)) as { failures: string[] }).failures
  }

  forget(): Promise<unknown> {
    return this.#ask("DELETE", "/faults")
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, "exit")
    this.#process.stdin.end()
    await gone
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.#control + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`The proxy answered ${answer.status} to ${method} ${path}: ${text}`)
    return text ? JSON.parse(text) : undefined
  }
}
