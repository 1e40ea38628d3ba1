import type { ListingPage, OwnAgent } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { addressOf } from "./tabs"

interface DeleteAgentProps {
  agent: OwnAgent
  listing: ListingPage | null | undefined
}

/** The end of an agent: only once it is off the market, and only by somebody who has read what goes with it. */
export function DeleteAgent({ agent, listing }: DeleteAgentProps) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const published = listing && listing.status !== "unpublished"
  return (
    <section aria-labelledby="delete" class="grid gap-3 border-t border-line pt-6">
      <h2 id="delete" class="text-lg">
        {say("studio.delete")}
      </h2>
      {published ? (
        <>
          <p class="text-soft">{say("studio.deleteFirst")}</p>
          <div>
            <LinkButton to={addressOf(agent.id, "market")}>{say("studio.tab.market")}</LinkButton>
          </div>
        </>
      ) : (
        <div>
          <Button kind="danger" onClick={() => setAsking(true)}>
            <span class="wrap-anywhere">{say("studio.deleteName", { name: agent.name })}</span>
          </Button>
        </div>
      )}
      {asking && <Asked agent={agent} close={() => setAsking(false)} />}
    </section>
  )
}

function Asked({ agent, close }: { agent: OwnAgent; close: () => void }) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const [, go] = useLocation()
  const { data: earnings } = useQuery({
    queryKey: ["studio", "earnings", agent.id],
    queryFn: ({ signal }) => store().agents.earnings(agent.id, { signal }),
  })
  const deleting = useMutation({
    mutationFn: () => store().agents.delete(agent.id),
    onSuccess: async () => {
      go("/studio", { replace: true })
      queries.removeQueries({ queryKey: ["studio", "agent", agent.id] })
      await queries.invalidateQueries({ queryKey: ["studio", "agents"] })
    },
  })
  return (
    <Dialog title={say("studio.deleteAsk", { name: agent.name })} close={close}>
      <p>{say("studio.lost")}</p>
      <ul class="my-3 list-disc ps-6">
        <li>{say(agent.imageUrl ? "studio.lostPicture" : "studio.lostCharacter")}</li>
        {earnings && earnings.sessions > 0 && (
          <li>{say("studio.lostFigures", { count: earnings.sessions, amount: dof(earnings.earned) })}</li>
        )}
        {agent.baseAgentId && <li>{say("studio.lostPrice")}</li>}
      </ul>
      <p class="mb-6 text-soft">{say("studio.deleteFinal")}</p>
      {deleting.error && (
        <p role="alert" class="mb-4 rounded-md border border-loss p-3">
          {said(deleting.error)}
        </p>
      )}
      <div class="flex flex-wrap justify-end gap-3">
        <Button onClick={close}>{say("studio.keepIt")}</Button>
        <Button kind="danger" disabled={deleting.isPending} onClick={() => deleting.mutate()}>
          <span class="wrap-anywhere">{say("studio.deleteName", { name: agent.name })}</span>
        </Button>
      </div>
    </Dialog>
  )
}
