import type { PublicAgent } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { store } from "../app/session"

/** Whom a session is with: a session says only an id. Undefined until it is known, and where the agent is no more. */
export function useAgent(id: string | undefined): PublicAgent | undefined {
  const { data } = useQuery({
    queryKey: ["agent", id],
    // The owner's view is the public one, and more.
    queryFn: ({ signal }) => store().agents.get(id ?? "", {}, { signal }) as Promise<PublicAgent>,
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
