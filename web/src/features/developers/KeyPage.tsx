import type { ApiKey, ApiKeyCreated } from "@jiga/store"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link, useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { fieldsOf, useFirstWrong } from "../../parts/fields"
import { Problem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Icon } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"
import { DeleteKey, RotateKey } from "./Dialogs"
import { draftOf, patchOf } from "./draft"
import { KeyFacts, KeyMarks, KeyName } from "./KeyFacts"
import { KeyFields } from "./KeyFields"
import { KeyText } from "./KeyText"
import { KEYS, useKeys } from "./keys"
import { forget } from "./made"
import { Refusal } from "./Refusal"
import { Usage } from "./Usage"

/** One key: what it was used for, what it may do, and its end. */
export function Page({ id = "" }) {
  const say = useSay()
  const { data, error, refetch } = useKeys()
  const key = data?.find((each) => each.id === id)
  useTitle(key?.name ?? say("dev.keys"))

  if (error && !data) return <Problem page error={error} again={refetch} />
  if (!data) return <Skeleton class="h-120" />
  if (!key) {
    return (
      <div class="grid min-h-60 place-content-center justify-items-center gap-4 text-center">
        <h1 class="text-lg">{say("dev.gone")}</h1>
        <LinkButton to="/developers/keys">{say("dev.back")}</LinkButton>
      </div>
    )
  }
  return (
    <div class="grid max-w-4xl gap-8">
      <header class="grid gap-2">
        <Link href="/developers/keys" class="press inline-flex items-center gap-1 justify-self-start text-accent">
          <span class="rtl:-scale-x-100">
            <Icon name="back" />
          </span>
          {say("dev.back")}
        </Link>
        <h1 class="text-xl md:text-2xl">{key.name}</h1>
        <div class="flex flex-wrap items-center gap-3">
          <KeyName of={key} />
          <KeyMarks of={key} />
        </div>
      </header>
      <section class="rounded-lg border border-line bg-raised p-4">
        <KeyFacts of={key} />
      </section>
      <Usage of={key} />
      <Settings key={key.id} of={key} />
      <Ends of={key} />
    </div>
  )
}

function Settings({ of }: { of: ApiKey }) {
  const say = useSay()
  const queries = useQueryClient()
  const [unchanged, setUnchanged] = useState(false)
  const saving = useMutation({
    mutationFn: (form: FormData) => store().apiKeys.update(of.id, patchOf(of, draftOf(form))),
    onSuccess(changed) {
      queries.setQueryData<ApiKey[]>(KEYS, (keys) => keys?.map((key) => (key.id === changed.id ? changed : key)))
      return queries.invalidateQueries({ queryKey: KEYS, exact: true })
    },
  })
  const form = useFirstWrong(saving.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    const draft = draftOf(typed)
    const [odd] = draft.odd
    if (odd) {
      form.current?.querySelector<HTMLElement>(`[name=${odd}]`)?.focus()
      return
    }
    const same = Object.keys(patchOf(of, draft)).length === 0
    setUnchanged(same)
    if (same) saving.reset()
    else saving.mutate(typed)
  }
  return (
    <section aria-labelledby="settings" class="grid gap-4">
      <h2 id="settings" class="text-lg">
        {say("dev.settings")}
      </h2>
      <form ref={form} onSubmit={submit} noValidate class="grid gap-6">
        <KeyFields kind={of.kind} mode={of.mode} of={of} wrong={fieldsOf(saving.error)} />
        <Refusal error={saving.error} />
        <div class="flex flex-wrap items-center gap-3">
          <Button type="submit" kind="primary" busy={saving.isPending}>
            {say(saving.isPending ? "dev.making" : "dev.save")}
          </Button>
          <p role="status" class="text-good">
            {saving.isSuccess && !unchanged && say("dev.saved")}
            {unchanged && <span class="text-soft">{say("dev.unchanged")}</span>}
          </p>
        </div>
      </form>
    </section>
  )
}

/** What cannot be taken back, each behind a question. */
function Ends({ of }: { of: ApiKey }) {
  const say = useSay()
  const [, go] = useLocation()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<"rotate" | "delete">()
  const [made, setMade] = useState<ApiKeyCreated>()
  const look = () => queries.invalidateQueries({ queryKey: KEYS, exact: true })
  const close = () => setAsked(undefined)
  return (
    <>
      <section aria-labelledby="rotate" class="grid gap-3">
        <h2 id="rotate" class="text-lg">
          {say("dev.rotate")}
        </h2>
        <p class="text-soft">{say("dev.rotateWhat")}</p>
        <div>
          <Button onClick={() => setAsked("rotate")}>{say("dev.rotateDo")}</Button>
        </div>
      </section>
      <section aria-labelledby="delete" class="grid gap-3">
        <h2 id="delete" class="text-lg">
          {say("dev.delete")}
        </h2>
        <p class="text-soft">{say("dev.deleteWhat")}</p>
        <div>
          <Button kind="danger" onClick={() => setAsked("delete")}>
            {say("dev.deleteDo", { name: of.name })}
          </Button>
        </div>
      </section>
      {asked === "rotate" && (
        <RotateKey
          of={of}
          close={close}
          rotated={(key) => {
            close()
            setMade(key)
            look()
          }}
        />
      )}
      {asked === "delete" && (
        <DeleteKey
          of={of}
          close={close}
          deleted={() => {
            forget(of)
            go("/developers/keys", { replace: true })
            look()
          }}
        />
      )}
      {made && <KeyText made={made} close={() => setMade(undefined)} />}
    </>
  )
}
