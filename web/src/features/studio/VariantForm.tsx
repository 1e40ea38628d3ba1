import type { OwnAgent } from "@jiga/store"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { VoiceField } from "./AgentFields"
import { agentChanged } from "./agents"
import { nameFault } from "./draft"
import { Facts } from "./Facts"
import { Ruled } from "./Ruled"
import { voicesOf } from "./ranks"
import { toFirstWrong, useWrong } from "./wrong"

/** What is a variant's own, to change; below it what is its parent's, to read. */
export function VariantForm({ agent }: { agent: OwnAgent }) {
  const say = useSay()
  const said = useProblem()
  const [name, setName] = useState(agent.name)
  const [voiceId, setVoiceId] = useState(agent.voiceId)
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: () => store().agents.customizeVariant(agent.id, { name: name.trim(), voiceId }),
    onSuccess: agentChanged,
  })
  const faults = { name: nameFault(name) }
  const refusals = fieldsOf(saving.error)
  const wrong = useWrong(faults, refusals, tried)
  const told = saving.error && Object.keys(refusals).length === 0 ? said(saving.error) : undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (faults.name) toFirstWrong(form)
    else saving.mutate(undefined, { onError: () => toFirstWrong(form) })
  }
  return (
    <div class="grid gap-6">
      <form onSubmit={submit} class="grid gap-6" noValidate>
        <h2 class="text-lg">{say("studio.yours")}</h2>
        <Field label={say("studio.name")} hint={say("studio.nameHint")} error={wrong.name}>
          {(of) => (
            <Input
              {...of}
              name="name"
              value={name}
              autocomplete="off"
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        <Ruled size="h-28 sm:h-23">
          {({ options }) => (
            <VoiceField
              voices={voicesOf(options, agent.provider)}
              voiceId={voiceId}
              error={wrong.voiceId}
              choose={setVoiceId}
            />
          )}
        </Ruled>
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
      <Facts agent={agent} title={say("studio.inherited")} />
    </div>
  )
}
