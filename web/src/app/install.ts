/** The app's worker: it holds the app and what was seen for times without a network, and tells when there is a newer one. */
const listeners = new Set<() => void>()
let waiting: ServiceWorker | undefined

export async function installWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return
  // A browser may refuse a page its worker, such as in a private window: the app is there without one.
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined)
  if (!registration) return
  if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting)
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) found(worker)
    })
  })
}

function found(worker: ServiceWorker): void {
  waiting = worker
  for (const listener of listeners) listener()
}

export function hasUpdate(): boolean {
  return waiting !== undefined
}

/** @returns a function that ends it */
export function onUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Goes on with the newer app. */
export function update(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true })
  waiting?.postMessage("take over")
}

/** Whether the store serves another app than this one. */
export async function isOutdated(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>("script[type=module][src]")
  if (!script) return false
  try {
    // Under an address of its own, for which no worker has an answer from before.
    const answer = await fetch("/?newest", { cache: "no-store" })
    return answer.ok && !(await answer.text()).includes(new URL(script.src).pathname)
  } catch {
    return false
  }
}
