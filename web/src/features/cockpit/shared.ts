/** Where the app's worker puts a file that another app shared, and how large it may be. */
export const SHARED = "shared"
export const SHARED_AT = "/shared-events"
export const MOST_BYTES = 1_048_576
/** Stands in the address of a cockpit that is to take it. */
export const FEED = "feed"

/** What was shared: its text, unless it was too large to be kept. */
export interface Shared {
  title: string
  text: string | undefined
}

export async function shared(): Promise<Shared | null> {
  // A page that did not come over TLS has no worker, and nothing can be shared with it.
  const kept = "caches" in globalThis ? await caches.match(SHARED_AT, { cacheName: SHARED }) : undefined
  if (!kept) return null
  const title = decodeURIComponent(kept.headers.get("x-title") ?? "")
  return { title, text: kept.status === 200 && !kept.headers.has("x-too-large") ? await kept.text() : undefined }
}

export async function forgetShared(): Promise<void> {
  if ("caches" in globalThis) await caches.delete(SHARED)
}
