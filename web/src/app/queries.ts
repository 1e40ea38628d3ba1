import { ApiError, ConnectionError, type Search, TimeoutError } from "@jiga/store"
import { QueryClient, type QueryKey } from "@tanstack/react-query"
import { onSignInChange } from "./session"

/**
 * What the server knows, as long as the page lives. Refusals are answers: only what got none is asked for again, by the SDK. What the
 * browser believes of the network holds nothing back: a store may be on this machine.
 */
export const queries = new QueryClient({
  defaultOptions: {
    // Whoever is offline is told so. Asked later by itself, a button that spends would spend when nobody looks.
    queries: { retry: false, staleTime: 30_000, throwOnError: false, networkMode: "always", refetchOnReconnect: true },
    mutations: { networkMode: "always" },
  },
})

onSignInChange(() => queries.clear())

/** The questions whose answers the store writes into a page. Their keys stand in its `ShowStorefront.java` too. */
export const PLANTED = {
  home: () => ["home"],
  found: (search: Search) => ["found", search],
  listing: (id: string) => ["listing", id],
} satisfies Record<string, (...of: never[]) => QueryKey>

/**
 * What the store wrote into the page, so that its first paint waits for no answer: keys and answers, in pairs. They are shown at once and
 * asked for all the same, as whoever is signed in.
 */
export function plant(): void {
  const seeds = document.getElementById("seeds")?.textContent
  if (!seeds) return
  for (const [key, answer] of JSON.parse(seeds)) queries.setQueryData(key, answer, { updatedAt: 1 })
}

/** The cases of a question that failed: what a page does differs, and none of them is forgotten. */
export type Failure = "offline" | "signed-out" | "forbidden" | "missing" | "broken"

export function failureOf(error: unknown): Failure {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return "offline"
  if (!(error instanceof ApiError)) return "broken"
  switch (error.status) {
    case 401:
      return "signed-out"
    case 403:
      return "forbidden"
    case 404:
    case 410:
      return "missing"
    default:
      return "broken"
  }
}
