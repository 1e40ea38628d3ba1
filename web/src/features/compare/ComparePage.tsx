import type { ListingPage } from "@jiga/store"
import { useQueries } from "@tanstack/react-query"
import { useSearchParams } from "wouter-preact"
import { PLANTED } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Add } from "./Add"
import { Table } from "./Table"

const MOST = 3

/** One of those that are compared, as far as the store has told of it. */
export interface Compared {
  id: string
  listing: ListingPage | undefined
  error: Error | null
  again: () => void
}

/** Which of some agents it is to be. They stand in the address. */
export function Page() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const ids = [...new Set(params.getAll("id"))].slice(0, MOST)
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: PLANTED.listing(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => store().marketplace.get(id, {}, { signal }),
    })),
  })
  useTitle(say("versus.title"))

  const show = (next: string[]) => setParams(new URLSearchParams(next.map((id) => ["id", id])))
  const compared = ids.map((id, index): Compared => {
    const answer = answers[index]
    return { id, listing: answer?.data, error: answer?.error ?? null, again: () => answer?.refetch() }
  })
  return (
    <div class="grid grid-cols-1 gap-6">
      <header class="grid gap-1">
        <h1 class="text-xl">{say("versus.title")}</h1>
        <p class="text-soft">{say("versus.lead")}</p>
      </header>
      {compared.length > 0 && <Table compared={compared} remove={(id) => show(ids.filter((other) => other !== id))} />}
      {ids.length < MOST && <Add chosen={ids} left={MOST - ids.length} add={(id) => show([...ids, id])} />}
    </div>
  )
}
