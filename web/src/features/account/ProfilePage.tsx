import type { Profile, ProfileRequest } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf } from "../../parts/fields"
import { Problem } from "../../parts/Problem"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { ifStill, Saving, Sheet } from "./Sheet"
import { TimeZone } from "./TimeZone"

const KEY = ["profile"]

/** What one says of oneself. */
export function Page() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => store().profile.get({ signal }),
  })
  const saving = useMutation({
    mutationFn: ({ request, version }: { request: ProfileRequest; version: number }) =>
      store().profile.replace(request, ifStill(version)),
    onSuccess: (profile) => {
      queries.setQueryData(KEY, profile)
      queries.invalidateQueries({ queryKey: ["me"] })
    },
  })
  const reread = async () => {
    await refetch()
    saving.reset()
  }
  return (
    <Sheet title={say("account.profile")}>
      {error && !data ? (
        <Problem error={error} again={refetch} />
      ) : data ? (
        <Form
          key={data.version}
          profile={data}
          wrong={fieldsOf(saving.error)}
          save={(request) => saving.mutate({ request, version: data.version })}
        >
          <Saving saving={saving} reread={reread} />
        </Form>
      ) : (
        <Skeleton class="h-80" />
      )}
    </Sheet>
  )
}

interface FormProps {
  profile: Profile
  wrong: Record<string, string>
  save: (request: ProfileRequest) => void
  children: preact.ComponentChildren
}

function Form({ profile, wrong, save, children }: FormProps) {
  const say = useSay()
  const [displayName, setName] = useState(profile.displayName)
  const [nationality, setNationality] = useState(profile.nationality ?? "")
  const [timezone, setTimezone] = useState(profile.timezone ?? "")
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save({
      displayName: displayName.trim(),
      ...(nationality.trim() && { nationality: nationality.trim() }),
      ...(timezone && { timezone }),
    })
  }
  return (
    <form onSubmit={submit} class="grid gap-4">
      <Field label={say("profile.name")} error={wrong.displayName}>
        {(of) => (
          <Input
            {...of}
            value={displayName}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
            required
            autocomplete="nickname"
          />
        )}
      </Field>
      <Field label={say("profile.nationality")} hint={say("profile.nationalityHint")} error={wrong.nationality}>
        {(of) => (
          <Input
            {...of}
            value={nationality}
            onInput={({ currentTarget }) => setNationality(currentTarget.value)}
            maxLength={50}
          />
        )}
      </Field>
      <TimeZone value={timezone} choose={setTimezone} error={wrong.timezone} />
      {children}
    </form>
  )
}
