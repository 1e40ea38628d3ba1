import { useQuery } from "@tanstack/react-query"
import { store } from "../../app/session"

/** Under what the list is kept; with a key's id behind it, what is kept of that key. */
export const KEYS = ["api-keys"]

/** More keys than an account can have. */
const ALL = 1000

/** The account's keys, the eldest first, as the store says them. */
export function useKeys() {
  return useQuery({
    queryKey: KEYS,
    queryFn: ({ signal }) => store().apiKeys.list({ limit: 100 }, { signal }).toArray({ limit: ALL }),
  })
}
