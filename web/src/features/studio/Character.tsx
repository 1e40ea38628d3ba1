import type { ListingPage, OwnAgent } from "@jiga/store"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { HowItSpeaks, WhatItCanDo, WhoItIs } from "./AgentFields"
import { agentChanged } from "./agents"
import { Configuration } from "./Configuration"
import { DeleteAgent } from "./DeleteAgent"
import { type AgentDraft, changed, draftOf, faultsOf, replacementOf } from "./draft"
import { Facts } from "./Facts"
import { useKept } from "./kept"
import { PictureEditor } from "./PictureEditor"
import { Ruled, type Rules } from "./Ruled"
import { Unsaved } from "./Unsaved"
import { VariantForm } from "./VariantForm"
import { toFirstWrong, useWrong } from "./wrong"

interface CharacterProps {
  agent: OwnAgent
  listing: ListingPage | null | undefined
}

/** What an agent is: its picture, its character, its settings, and the end of it. */
export function Character({ agent, listing }: CharacterProps) {
  return (
    <div class="grid max-w-3xl gap-10">
      <PictureEditor agent={agent} />
      <Who agent={agent} />
      <Configuration agent={agent} />
      <DeleteAgent agent={agent} listing={listing} />
    </div>
  )
}

function Who({ agent }: { agent: OwnAgent }) {
  const say = useSay()
  if (agent.baseAgentId) return <VariantForm agent={agent} />
  // Trained by an operator, or by hours of play: saying it anew would take that from it.
  if (agent.type === "Specialist") return <Facts agent={agent} title={say("studio.specialist")} />
  return <Ruled size="h-694 sm:h-550">{(rules) => <CharacterForm rules={rules} agent={agent} />}</Ruled>
}

/** The same questions as when it was made, all on one page. What an hour costs stands with its listing. */
function CharacterForm({ rules, agent }: { rules: Rules; agent: OwnAgent }) {
  const say = useSay()
  const said = useProblem()
  const saved = draftOf(agent)
  const { value: draft, change: keep, forget, discard } = useKept(`jiga.studio.agent.${agent.id}`, saved)
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: () =>
      store().agents.replace(agent.id, { ...replacementOf(agent, draft), imageUrl: agent.imageUrl ?? null }),
    onSuccess: async (changed) => {
      forget()
      await agentChanged(changed)
    },
  })
  const faults = faultsOf(draft, rules.options)
  const refusals = fieldsOf(saving.error)
  const wrong = useWrong(faults, refusals, tried)
  const told = saving.error && Object.keys(refusals).length === 0 ? said(saving.error) : undefined
  const change = (changes: Partial<AgentDraft>) => {
    if (!saving.isIdle) saving.reset()
    keep(changed(draft, changes, rules.options))
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (Object.keys(faults).length > 0) toFirstWrong(form)
    else saving.mutate(undefined, { onError: () => toFirstWrong(form) })
  }
  const fields = { rules, draft, change, wrong }
  return (
    <form onSubmit={submit} class="grid gap-6" noValidate>
      <h2 class="text-lg">{say("studio.step.who")}</h2>
      <WhoItIs {...fields} />
      <h2 class="text-lg">{say("studio.step.can")}</h2>
      <WhatItCanDo {...fields} />
      <h2 class="text-lg">{say("studio.step.speaks")}</h2>
      <HowItSpeaks {...fields} />
      {told && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {told}
        </p>
      )}
      <div class="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" disabled={saving.isPending}>
          {say(saving.isPending ? "studio.working" : "studio.save")}
        </Button>
        <p role="status" class="text-good">
          {saving.isSuccess && say("studio.saved")}
        </p>
        {saving.isIdle && <Unsaved draft={draft} saved={saved} discard={discard} />}
      </div>
    </form>
  )
}
