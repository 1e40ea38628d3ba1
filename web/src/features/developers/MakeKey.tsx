import type { ApiKey, ApiKeyCreated } from "@jiga/store"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf, useFirstWrong } from "../../parts/fields"
import { Button } from "../../ui/Button"
import { draftOf, requestOf } from "./draft"
import { Group, KeyFields } from "./KeyFields"
import { Refusal } from "./Refusal"

interface MakeKeyProps {
  made: (key: ApiKeyCreated) => void
  cancel: () => void
}

/** A new key: who may see it, what it pays with, and what it is for. Test comes first. */
export function MakeKey({ made, cancel }: MakeKeyProps) {
  const say = useSay()
  const [kind, setKind] = useState<ApiKey["kind"]>("secret")
  const [mode, setMode] = useState<ApiKey["mode"]>("test")
  const making = useMutation({
    mutationFn: (form: FormData) => store().apiKeys.create(requestOf(draftOf(form), kind, mode)),
    onSuccess: made,
  })
  const wrong = fieldsOf(making.error)
  const form = useFirstWrong(making.error)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    // A limit that cannot be read is no missing limit: its field says so.
    const [odd] = draftOf(typed).odd
    if (odd) form.current?.querySelector<HTMLElement>(`[name=${odd}]`)?.focus()
    else making.mutate(typed)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate class="grid gap-6">
      <Group legend={say("dev.mode")} error={wrong.mode}>
        <div class="grid gap-2 sm:grid-cols-2">
          {(["test", "live"] as const).map((value) => (
            <Option
              key={value}
              name="mode"
              label={say(`dev.mode.${value}`)}
              hint={say(`dev.mode.${value}Hint`)}
              checked={mode === value}
              choose={() => setMode(value)}
            />
          ))}
        </div>
      </Group>
      <Group legend={say("dev.kind")} error={wrong.kind}>
        <div class="grid gap-2 sm:grid-cols-2">
          {(["secret", "publishable"] as const).map((value) => (
            <Option
              key={value}
              name="kind"
              label={say(`dev.kind.${value}`)}
              hint={say(`dev.kind.${value}Hint`)}
              checked={kind === value}
              choose={() => setKind(value)}
            />
          ))}
        </div>
      </Group>
      <KeyFields kind={kind} mode={mode} wrong={wrong} />
      <Refusal error={making.error} />
      <div class="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" busy={making.isPending}>
          {say(making.isPending ? "dev.making" : "dev.create")}
        </Button>
        <Button onClick={cancel}>{say("dev.cancel")}</Button>
      </div>
    </form>
  )
}

interface OptionProps {
  name: string
  label: string
  hint: string
  checked: boolean
  choose: () => void
}

function Option({ name, label, hint, checked, choose }: OptionProps) {
  return (
    <label
      class={`press flex cursor-pointer items-start gap-3 rounded-md border p-3 hover:bg-higher ${checked ? "border-accent" : "border-line"}`}
    >
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={choose}
        class="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span class="grid min-w-0">
        <span class="font-medium">{label}</span>
        <span class="text-sm text-soft">{hint}</span>
      </span>
    </label>
  )
}
