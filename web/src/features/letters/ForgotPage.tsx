import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf, useFirstWrong } from "../../parts/fields"
import { MailboxLink } from "../../parts/Mailbox"
import { useProblem } from "../../parts/Problem"
import { BackLink } from "../../ui/BackLink"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Letter } from "./Letter"

/** Asks for a letter with a link for another password. Whether anybody has the address is nobody's business. */
export function Page() {
  const say = useSay()
  const said = useProblem()
  const asking = useMutation({
    mutationFn: (email: string) =>
      store().request({ method: "POST", path: "/auth/password/forgot", body: { email }, anonymous: true }),
  })
  const { error, isPending, isSuccess, variables: email = "" } = asking
  const form = useFirstWrong(error)
  const wrong = fieldsOf(error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    asking.mutate(String(typed.get("email") ?? "").trim())
  }
  return (
    <Letter title={say("letter.forgot")}>
      {isSuccess ? (
        <div class="grid justify-items-start gap-3 wrap-anywhere">
          <p role="status">{say("letter.asked", { email })}</p>
          <p class="text-soft">{say("letter.askedHint")}</p>
          <MailboxLink address={email} />
          <Button onClick={() => asking.reset()}>{say("letter.askAgain")}</Button>
        </div>
      ) : (
        <form ref={form} onSubmit={submit} noValidate class="grid gap-4">
          <p class="text-soft">{say("letter.forgotLead")}</p>
          <Field label={say("letter.email")} error={wrong.email}>
            {(of) => (
              <Input
                {...of}
                name="email"
                type="email"
                required
                autocomplete="email"
                inputMode="email"
                defaultValue={email}
              />
            )}
          </Field>
          {error && !wrong.email && (
            <p role="alert" data-wrong tabIndex={-1} class="rounded-md border border-loss p-3">
              {said(error)}
            </p>
          )}
          <Button type="submit" kind="primary" wide busy={isPending}>
            {say(isPending ? "letter.working" : "letter.ask")}
          </Button>
        </form>
      )}
      <BackLink to="/sign-in">{say("nav.signIn")}</BackLink>
    </Letter>
  )
}
