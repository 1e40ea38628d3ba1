import { useQuery } from "@tanstack/react-query"
import { useMutation } from "../../app/mutation"
import { changePassword, store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf, isCoded, useFirstWrong } from "../../parts/fields"
import { NewPassword } from "../../parts/NewPassword"
import { useProblem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Sheet } from "./Sheet"

/** Another password. Here one stays signed in, everywhere else one is signed out. */
export function Page() {
  const say = useSay()
  const said = useProblem()
  const { data: account } = useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => store().auth.user({ signal }),
  })
  const changing = useMutation({ mutationFn: changePassword })
  const { error } = changing
  const form = useFirstWrong(error)
  const wrong = fieldsOf(error)
  if (isCoded(error, "WRONG_PASSWORD")) wrong.current = said(error)
  if (isCoded(error, "PASSWORD_TOO_COMMON")) wrong.password = said(error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    changing.mutate({ current: String(typed.get("current") ?? ""), password: String(typed.get("password") ?? "") })
  }
  if (changing.isSuccess) {
    return (
      <Sheet title={say("account.password")}>
        <p role="status" class="rounded-md border border-good p-3">
          {say("account.passwordDone")}
        </p>
        <div>
          <LinkButton to="/account">{say("nav.account")}</LinkButton>
        </div>
      </Sheet>
    )
  }
  return (
    <Sheet title={say("account.password")} lead={say("account.passwordLead")}>
      <form ref={form} onSubmit={submit} noValidate class="grid gap-4">
        {/* For programs that keep passwords: whose it is. */}
        <input type="hidden" name="username" autocomplete="username" value={account?.email ?? ""} />
        <Field label={say("account.passwordNow")} error={wrong.current}>
          {(of) => <Input {...of} name="current" type="password" required autocomplete="current-password" />}
        </Field>
        <NewPassword name="password" error={wrong.password} />
        {error && Object.keys(wrong).length === 0 && (
          <p role="alert" data-wrong tabIndex={-1} class="rounded-md border border-loss p-3">
            {said(error)}
          </p>
        )}
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" kind="primary" busy={changing.isPending}>
            {say(changing.isPending ? "account.saving" : "account.passwordDo")}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
