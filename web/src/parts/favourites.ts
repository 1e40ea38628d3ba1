import { useMutation, useQuery } from "@tanstack/react-query"
import { queries } from "../app/queries"
import { isSignedIn, store } from "../app/session"

const IDS = ["favourites", "ids"]
const PAGE = 100
/** Who keeps more than this has the oldest of them unmarked on cards. */
const MOST = 500

interface IdPage {
  items: { listingId: string }[]
  nextCursor?: string | null
}

async function ids(signal: AbortSignal): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page: IdPage = await store().request(
      { method: "GET", path: "/favourites", query: { limit: PAGE, cursor, fields: ["items.listingId", "nextCursor"] } },
      { signal },
    )
    found.push(...page.items.map(({ listingId }) => listingId))
    cursor = page.nextCursor ?? undefined
  } while (cursor && found.length < MOST)
  return found
}

interface Favourite {
  /** Undefined as long as nobody knows. */
  marked: boolean | undefined
  toggle: () => void
  /** Why the last change did not come about. */
  error: Error | null
}

/** Whether a listing is one to find again. It shows before the store has answered, since a second press undoes it. */
export function useFavourite(listingId: string): Favourite {
  const { data } = useQuery({
    queryKey: IDS,
    queryFn: ({ signal }) => ids(signal),
    enabled: isSignedIn(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const marked = data?.includes(listingId)
  const { mutate, error } = useMutation({
    mutationFn: (wanted: boolean) =>
      wanted ? store().favourites.add(listingId) : store().favourites.remove(listingId),
    onMutate: async (wanted) => {
      await queries.cancelQueries({ queryKey: IDS })
      mark(wanted)
    },
    onError: (_, wanted) => mark(!wanted),
  })
  return { marked, toggle: () => mutate(!marked), error }

  function mark(wanted: boolean): void {
    queries.setQueryData<string[]>(IDS, (before = []) =>
      wanted ? [listingId, ...before] : before.filter((id) => id !== listingId),
    )
  }
}
