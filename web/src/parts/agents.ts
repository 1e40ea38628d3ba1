import type { PublicAgent, Session } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { store } from "../app/session"
import type { Face } from "../ui/Avatar"

/** An agent as it is now. Undefined until it is known, and where the agent is no more. */
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

interface Partner {
  /** Undefined until it is known. */
  name: string | undefined
  face: Face
  imageUrl: string | null | undefined
}

/** Whom a session is with, as at the hire. A session of before 2026-12 says only an id: the agent is asked for. */
export function usePartner(session: Pick<Session, "agentId" | "agent"> | undefined): Partner {
  const { agentId, agent: kept } = session ?? {}
  const asked = useAgent(kept ? undefined : agentId)
  const agent = kept ?? asked
  return {
    name: agent?.name,
    face: { id: agentId ?? "", rank: agent?.rank ?? "", type: agent?.type ?? "" },
    imageUrl: agent?.imageUrl,
  }
}
