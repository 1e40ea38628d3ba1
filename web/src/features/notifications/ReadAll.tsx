import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"

const PAGE = 100

interface Done {
  done: number
  count: number
}

/** Marks all as read that are there now. The store takes them one by one, so that it shows how far it is. */
export function ReadAll() {
  const say = useSay()
  const said = useProblem()
  const [far, setFar] = useState<Done>()
  const { data } = useQuery({
    queryKey: ["notifications", "unread"],
    queryFn: ({ signal }) => store().notifications.list({ limit: 1, unread: true }, { signal }).page(),
  })
  const reading = useMutation({
    mutationFn: async () => {
      // A list that is read while its items leave it would skip some.
      const ids: string[] = []
      for await (const { id } of store().notifications.list({ limit: PAGE, unread: true })) ids.push(id)
      for (const [done, id] of ids.entries()) {
        setFar({ done, count: ids.length })
        await store().notifications.read(id)
      }
    },
    onSettled: () => {
      setFar(undefined)
      queries.invalidateQueries({ queryKey: ["notifications"] })
    },
  })
  if (reading.error)
    return (
      <p role="alert" class="flex flex-wrap items-center gap-3 text-sm text-loss">
        {say("news.failed")} {said(reading.error)}
        <Button onClick={() => reading.mutate()}>{say("state.again")}</Button>
      </p>
    )
  if (!data?.items.length && !reading.isPending) return null
  return (
    <Button onClick={() => reading.mutate()} disabled={reading.isPending}>
      <span aria-live="polite" class="figures">
        {far ? say("news.reading", { ...far }) : say("news.readAll")}
      </span>
    </Button>
  )
}
