import { store } from "../../app/session"
import type { Books, Treasury } from "./types"

/** The question for all accounts in total, or for one user's. */
export function books(user = "") {
  return {
    queryKey: ["console", "books", user],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      store().request<Books>({ method: "GET", path: "/admin/books", query: { userId: user || undefined } }, { signal }),
  }
}

/** The question for what the platform has to give. */
export const treasury = {
  queryKey: ["console", "treasury"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    store().request<Treasury>({ method: "GET", path: "/admin/treasury" }, { signal }),
}
