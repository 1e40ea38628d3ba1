import { ExpirationPlugin } from "workbox-expiration"
import { createHandlerBoundToURL, matchPrecache, precacheAndRoute } from "workbox-precaching"
import { NavigationRoute, registerRoute, setCatchHandler } from "workbox-routing"

import { NetworkFirst } from "workbox-strategies"

/** Written by the build: what the app is made of. */
declare const APP_FILES: { url: string; revision: string | null }[]
declare const self: ServiceWorkerGlobalScope

/** A phone in a tunnel is shown what it has, and does not wait for long. */
const PATIENCE_SECONDS = 4
const MOST_PAGES = 30
const MOST_ANSWERS = 100
/**
 * As in `features/cockpit/shared.ts`, which a test compares: what the worker shares with the app would be bundled into a file of its own, and
 * a worker is one.
 */
const SHARED = "shared"
const SHARED_AT = "/shared-events"
const MOST_BYTES = 1_048_576

/**
 * The pages of whoever is signed in, as `app/pages.ts` has them, which a test compares. The store draws nothing in them: they begin at once with
 * what is on the device, and the network is for what they show.
 */
const OWN =
  /^\/(account|achievements|console|developers\/keys|favourites|hire|notifications|sessions|share|studio|wallet)(\/|$)/

precacheAndRoute(APP_FILES)

registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { allowlist: [OWN] }))
registerRoute(
  new NavigationRoute(
    new NetworkFirst({
      cacheName: "pages",
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [new ExpirationPlugin({ maxEntries: MOST_PAGES }), { cacheWillUpdate: onlyGood }],
    }),
    // A checkout and the documentation are pages of the store's own.
    { denylist: [/^\/api\//, /^\/docs/, /^\/openapi/, /^\/checkout\//] },
  ),
)

/** What everybody may see of the marketplace is there without a network too. What is somebody's own is never kept. */
registerRoute(
  ({ url, request }) => url.pathname.startsWith("/api/v1/marketplace") && !request.headers.has("authorization"),
  new NetworkFirst({
    cacheName: "marketplace",
    networkTimeoutSeconds: PATIENCE_SECONDS,
    plugins: [new ExpirationPlugin({ maxEntries: MOST_ANSWERS, maxAgeSeconds: 86_400 }), { cacheWillUpdate: onlyGood }],
  }),
)

/** A file that another app shares goes no further than this device: a page reads it, and asks whose it is. */
registerRoute(
  ({ url }) => url.pathname === "/share",
  async ({ request }) => {
    const form = await request.formData()
    const [file] = form.getAll("events")
    const given = file instanceof File ? file : new Blob([String(form.get("text") ?? "")])
    const title = file instanceof File ? file.name : String(form.get("title") ?? "")
    const isTooLarge = given.size > MOST_BYTES
    const headers = { "x-title": encodeURIComponent(title), ...(isTooLarge && { "x-too-large": "1" }) }
    const cache = await caches.open(SHARED)
    await cache.put(SHARED_AT, new Response(isTooLarge ? "" : given, { headers }))
    return Response.redirect("/share", 303)
  },
  "POST",
)

setCatchHandler(async ({ request }) =>
  request.destination === "document" ? ((await matchPrecache("/index.html")) ?? Response.error()) : Response.error(),
)

self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting()
})
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))

async function onlyGood({ response }: { response: Response }): Promise<Response | null> {
  const kept = response.headers.get("cache-control") ?? ""
  return response.status === 200 && !/private|no-store/.test(kept) ? response : null
}
