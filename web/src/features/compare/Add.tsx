import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Portrait } from "../../parts/Portrait"
import { Problem } from "../../parts/Problem"
import { Dof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"

const SHOWN = 6

interface AddProps {
  chosen: string[]
  left: number
  add: (listingId: string) => void
}

/** Finds another agent to compare: the most hired ones, until something is typed. */
export function Add({ chosen, left, add }: AddProps) {
  const say = useSay()
  const [typed, setTyped] = useState("")
  const q = typed.trim()
  // So many more that enough are left without those that are there.
  const search = { limit: SHOWN + chosen.length, ...(q ? { q } : { sortBy: "popular" as const }) }
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["search", "compare", search],
    queryFn: ({ signal }) => store().marketplace.search(search, { signal }).page(),
    placeholderData: keepPreviousData,
  })
  const found = data?.items.filter(({ listingId }) => !chosen.includes(listingId)).slice(0, SHOWN)
  return (
    <section aria-labelledby="add" class="grid grid-cols-1 gap-4 rounded-lg border border-line p-4">
      <div>
        <h2 id="add" class="text-lg">
          {say("versus.add")}
        </h2>
        <p class="text-sm text-soft">{say("versus.addHint", { left })}</p>
      </div>
      <Field label={say("search.placeholder")}>
        {(of) => (
          <Input
            {...of}
            type="search"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            autocomplete="off"
          />
        )}
      </Field>
      {error && !data && <Problem error={error} again={refetch} />}
      {found?.length === 0 && <p class="text-soft">{say("versus.nothing")}</p>}
      <ul aria-busy={isPlaceholderData} class="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {found
          ? found.map(({ listingId, agentId, agent, title, pricing }) => (
              <li key={listingId} class="flex items-center gap-3 rounded-lg border border-line bg-raised p-3">
                <Portrait
                  face={{ id: agentId, rank: agent.rank, type: agent.type }}
                  imageUrl={agent.imageUrl}
                  size={44}
                />
                <span class="min-w-0 flex-1 wrap-anywhere">
                  <span class="line-clamp-2">{title}</span>
                  <span class="text-sm text-soft">
                    <Dof amount={pricing.baseRate} perHour />
                  </span>
                </span>
                <Button aria-label={say("versus.addOne", { name: agent.name })} onClick={() => add(listingId)}>
                  {say("versus.addShort")}
                </Button>
              </li>
            ))
          : !error &&
            Array.from({ length: SHOWN }, (_, index) => (
              <li key={index}>
                <Skeleton class="h-20" />
              </li>
            ))}
      </ul>
    </section>
  )
}
