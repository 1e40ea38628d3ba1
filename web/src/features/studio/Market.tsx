import type { ListingPage, OwnAgent } from "@jiga/store"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay, useWord } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { listingChanged } from "./agents"
import { PublishForm } from "./PublishForm"
import { Ruled } from "./Ruled"
import { type Standing, standingOf } from "./standing"
import { addressOf } from "./tabs"

interface MarketProps {
  agent: OwnAgent
  listing: ListingPage | null
}

/** How an agent stands on the market, and what players read there. */
export function Market({ agent, listing }: MarketProps) {
  const standing = standingOf(agent, listing)
  const closed = standing === "suspended" || standing === "under_review"
  return (
    <div class="grid max-w-3xl gap-6">
      <Stands agent={agent} standing={standing} />
      {!closed && agent.runtime && (
        <Ruled size="h-566 sm:h-400">
          {(rules) => <PublishForm rules={rules} agent={agent} listing={listing} standing={standing} />}
        </Ruled>
      )}
    </div>
  )
}

/** In a sentence whether it can be hired, and what changes that. */
function Stands({ agent, standing }: { agent: OwnAgent; standing: Standing }) {
  const say = useSay()
  const word = useWord()
  const said = useProblem()
  const [leaving, setLeaving] = useState(false)
  const changing = useMutation({
    mutationFn: async (to: "active" | "paused" | "off") => {
      if (to === "off") await store().agents.unpublish(agent.id)
      else await store().marketplace.edit(agent.id, { status: to })
      await listingChanged(agent.id)
    },
    onSettled: () => setLeaving(false),
  })
  const onMarket = standing === "active" || standing === "paused"
  return (
    <section class="grid gap-3 rounded-lg border border-line bg-raised p-4" aria-live="polite">
      <p class="wrap-anywhere">
        {say(`studio.stands.${standing}`, { name: agent.name, provider: word("agent.runtime", agent.provider) })}
      </p>
      {standing === "waiting" && (
        <div>
          <LinkButton to={addressOf(agent.id, "agent")}>{say("studio.chooseProvider")}</LinkButton>
        </div>
      )}
      {onMarket && (
        <div class="flex flex-wrap gap-2">
          <Button
            kind={standing === "paused" ? "primary" : "plain"}
            disabled={changing.isPending}
            onClick={() => changing.mutate(standing === "active" ? "paused" : "active")}
          >
            {say(standing === "active" ? "studio.pause" : "studio.resume")}
          </Button>
          <Button disabled={changing.isPending} onClick={() => setLeaving(true)}>
            {say("studio.unpublish")}
          </Button>
          {standing === "active" && <LinkButton to={`/agents/${agent.id}`}>{say("studio.asPlayers")}</LinkButton>}
        </div>
      )}
      {changing.error && (
        <p role="alert" class="text-loss">
          {said(changing.error)}
        </p>
      )}
      {leaving && (
        <Dialog title={say("studio.unpublishAsk", { name: agent.name })} close={() => setLeaving(false)}>
          <p class="mb-6">{say("studio.unpublishHint")}</p>
          <div class="flex flex-wrap justify-end gap-3">
            <Button onClick={() => setLeaving(false)}>{say("studio.cancel")}</Button>
            <Button kind="danger" disabled={changing.isPending} onClick={() => changing.mutate("off")}>
              {say("studio.unpublish")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
