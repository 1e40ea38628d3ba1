import { ApiError } from "@jiga/store"
import { useState } from "preact/hooks"
import { Link, Redirect, useLocation, useSearchParams } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { isSignedIn } from "../../app/session"
import { Text, useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { fieldsOf, useFirstWrong } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { useMoment } from "../../ui/moment"

interface Given {
  email: string
  password: string
  displayName: string
}

interface EntranceProps {
  title: string
  /** Somebody who has no account yet says a name. */
  isNew?: boolean
  enter: (given: Given) => Promise<void>
  other: { message: "sign.noAccount" | "sign.haveAccount"; to: string }
}

/** Signs in or opens an account, and goes back to where one was. */
export function Entrance({ title, isNew = false, enter, other }: EntranceProps) {
  const say = useSay()
  const said = useProblem()
  const moment = useMoment()
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const [shown, setShown] = useState(false)
  const to = within(params.get("to"))
  const entering = useMutation({ mutationFn: enter, onSuccess: () => go(to, { replace: true }) })
  const wrong = fieldsOf(entering.error)
  const form = useFirstWrong(entering.error)
  const kept = suspensionOf(entering.error)
  const told = kept ? out(kept) : entering.error && Object.keys(wrong).length === 0 ? said(entering.error) : undefined
  useTitle(title)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    const text = (name: string) => String(typed.get(name) ?? "")
    entering.mutate({ email: text("email"), password: text("password"), displayName: text("displayName") })
  }
  if (isSignedIn() && !entering.isPending) return <Redirect to={to} replace />
  return (
    <div class="mx-auto grid max-w-md gap-6 py-6">
      <h1 class="text-xl">{title}</h1>
      {!isNew && params.has("reset") && (
        <p role="status" class="rounded-md border border-good p-3">
          {say("sign.wasReset")}
        </p>
      )}
      <form ref={form} onSubmit={submit} class="grid gap-4" noValidate>
        {isNew && (
          <Field label={say("sign.name")} error={wrong.displayName}>
            {(of) => <Input {...of} name="displayName" required autocomplete="nickname" />}
          </Field>
        )}
        <Field label={say("sign.email")} error={wrong.email}>
          {(of) => <Input {...of} name="email" type="email" required autocomplete="email" inputMode="email" />}
        </Field>
        <Field label={say("sign.password")} hint={isNew ? say("password.hint") : undefined} error={wrong.password}>
          {(of) => (
            <Input
              {...of}
              name="password"
              type={shown ? "text" : "password"}
              required
              autocomplete={isNew ? "new-password" : "current-password"}
            />
          )}
        </Field>
        <div class="flex flex-wrap justify-between gap-x-4 text-sm">
          <button type="button" class="press text-accent" onClick={() => setShown(!shown)}>
            {say(shown ? "password.hide" : "password.show")}
          </button>
          {!isNew && (
            <Link href="/forgot" class="press inline-flex items-center text-accent underline">
              {say("sign.forgot")}
            </Link>
          )}
        </div>
        {told && (
          <p role="alert" data-wrong tabIndex={-1} class="rounded-md border border-loss p-3">
            {told}
          </p>
        )}
        <Button type="submit" kind="primary" wide busy={entering.isPending}>
          {entering.isPending ? say("sign.working") : title}
        </Button>
      </form>
      <p class="text-soft">
        <Text
          id={other.message}
          parts={{
            link: (inner) => (
              <Link
                href={params.size > 0 ? `${other.to}?${params}` : other.to}
                class="inline-flex min-h-11 items-center text-accent underline"
              >
                {inner}
              </Link>
            ),
          }}
        />
      </p>
    </div>
  )

  function out({ reason, until }: Suspension): string {
    return until ? say("sign.suspendedUntil", { reason, until: moment(until) }) : say("sign.suspended", { reason })
  }
}

interface Suspension {
  reason: string
  until?: string | null
}

/** Why and how long somebody is kept out, where that is what the store said. */
function suspensionOf(error: unknown): Suspension | undefined {
  if (!(error instanceof ApiError) || error.code !== "ACCOUNT_SUSPENDED") return undefined
  const { reason, until } = error.params
  return typeof reason === "string" ? { reason, until: typeof until === "string" ? until : null } : undefined
}

/** Only a path of the app itself: a link that says where to go next must not lead out of it. */
function within(to: string | null): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.includes("\\") ? to : "/"
}
