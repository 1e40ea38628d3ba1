import type { ListingPage, OwnAgent } from "@jiga/store"
import { useMutation } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { HowItSpeaks, WhatItCanDo, WhoItIs } from "./AgentFields"
import { agentChanged } from "./agents"
import { Configuration } from "./Configuration"
import { DeleteAgent } from "./DeleteAgent"
import { type AgentDraft, changed, draftOf, faultsOf, requestOf } from "./draft"
import { useKept } from "./kept"
import { PictureEditor } from "./PictureEditor"
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
      {agent.baseAgentId ? <VariantForm agent={agent} /> : <CharacterForm agent={agent} />}
      <Configuration agent={agent} />
      <DeleteAgent agent={agent} listing={listing} />
    </div>
  )
}

/** The same questions as when it was made, all on one page. What an hour costs stands with its listing. */
function CharacterForm({ agent }: { agent: OwnAgent }) {
  const say = useSay()
  const said = useProblem()
  const [draft, keep, forget] = useKept(`jiga.studio.agent.${agent.id}`, draftOf(agent))
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: () =>
      store().agents.replace(agent.id, {
        ...requestOf(draft),
        imageUrl: agent.imageUrl ?? null,
        modelConfig: (agent.modelConfig as Record<string, unknown> | null | undefined) ?? null,
      }),
    onSuccess: async (saved) => {
      forget()
      await agentChanged(saved)
    },
  })
  const faults = faultsOf(draft)
  const refusals = fieldsOf(saving.error)
  const wrong = useWrong(faults, refusals, tried)
  const told = saving.error && Object.keys(refusals).length === 0 ? said(saving.error) : undefined
  const change = (changes: Partial<AgentDraft>) => {
    if (!saving.isIdle) saving.reset()
    keep(changed(draft, changes))
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length > 0) toFirstWrong(event.currentTarget)
    else saving.mutate()
  }
  const fields = { draft, change, wrong }
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
      </div>
    </form>
  )
}
