/** @internal The version of this package; a test compares it with package.json. */
export const VERSION = "0.1.0"

interface Globals {
  process?: { versions?: { node?: string }; env?: Record<string, string | undefined> }
  window?: { document?: unknown }
  WorkerGlobalScope?: unknown
}

const globals = globalThis as Globals

/** @internal Whether strangers can read what this program holds: a page, or a worker of one. */
export function isBrowser(): boolean {
  return runtime() === "browser"
}

/** @internal What runs this program, such as `node/20.20.2`. */
export function runtime(): string {
  const { process, window, WorkerGlobalScope } = globals
  if (process?.versions?.node) return `node/${process.versions.node}`
  return window?.document || WorkerGlobalScope ? "browser" : "other"
}

/** @internal A variable of the environment, where there is one. */
export function variable(name: string): string | undefined {
  return globals.process?.env?.[name] || undefined
}

/** @internal Waits for something, but not for longer than this, and leaves no timer behind. */
export async function within(milliseconds: number, something: Promise<unknown>): Promise<void> {
  const enough = new AbortController()
  await Promise.race([something, wait(milliseconds, enough.signal).catch(() => {})])
  enough.abort()
}

/** @internal Waits; ends at once when the signal aborts. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error)
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener("abort", aborted)
    function done() {
      signal?.removeEventListener("abort", aborted)
      resolve()
    }
    function aborted() {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
  })
}
