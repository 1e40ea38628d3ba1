import type { Session } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { type Say, useKnows, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Dof, useDof } from "../../ui/Amount"
import { useDuration } from "../../ui/duration"
import { Skeleton } from "../../ui/Loading"
import { type Group, grouped, total } from "./bill"

const PAGE = 100
/** Four hours of an agent that never rests have fewer. */
const LINES_AT_MOST = 10_000

/** What was charged, by what it was for. */
export function Lines({ session }: { session: Session }) {
  const say = useSay()
  const duration = useDuration()
  const { data, error, refetch } = useQuery({
    queryKey: ["session", session.id, "usage"],
    queryFn: ({ signal }) =>
      store().sessions.usage(session.id, { limit: PAGE }, { signal }).toArray({ limit: LINES_AT_MOST }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const groups = data && grouped(data)
  return (
    <section aria-labelledby="lines" class="grid gap-3">
      <h2 id="lines" class="text-lg">
        {say("receipt.lines")}
      </h2>
      {error && <Problem error={error} again={refetch} />}
      {!data && !error && <Skeleton class="h-40" />}
      {groups?.length === 0 && <p class="text-soft">{say("receipt.noLines")}</p>}
      {groups && groups.length > 0 && (
        <table class="w-full border-collapse">
          <thead class="text-sm text-soft">
            <tr>
              <th scope="col" class="py-2 text-start font-normal">
                {say("receipt.for")}
              </th>
              <th scope="col" class="py-2 text-end font-normal">
                {say("receipt.howMuch")}
              </th>
              <th scope="col" class="py-2 text-end font-normal">
                DOF
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Line key={group.action} group={group} amount={amountOf(group, say, duration)} />
            ))}
          </tbody>
          <tfoot>
            <tr class="border-t-2 border-line font-semibold">
              <th scope="row" colSpan={2} class="py-3 text-start">
                {say("receipt.total")}
              </th>
              <td class="py-3 text-end">
                <Dof amount={total(groups)} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {groups && total(groups) !== session.dof.consumed && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {say("receipt.differs")}
        </p>
      )}
    </section>
  )
}

function Line({ group, amount }: { group: Group; amount: string }) {
  const say = useSay()
  const knows = useKnows()
  const dof = useDof()
  const id = `receipt.action.${group.action}`
  return (
    <tr class="border-t border-line">
      <th scope="row" class="py-3 pe-3 text-start font-normal">
        {knows(id) ? say(id) : group.action.replaceAll("_", " ")}
      </th>
      <td class="py-3 pe-3 text-end text-soft figures">{amount}</td>
      <td class="py-3 text-end figures">{dof(group.dof)}</td>
    </tr>
  )
}

function amountOf({ action, units }: Group, say: Say, duration: (seconds: number) => string): string {
  switch (action) {
    case "time":
      return duration(units / 1000)
    case "voice_in":
      return duration(units)
    case "voice_out":
      return say("receipt.words", { count: units })
    case "commentary":
      return say("receipt.sentences", { count: units })
    default:
      return say("receipt.times", { count: units })
  }
}
