import { useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { isSignedIn, signOut, store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf, isCoded, useFirstWrong } from "../../parts/fields"
import { NewPassword } from "../../parts/NewPassword"
import { useProblem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Letter } from "./Letter"
import { useLinkToken } from "./token"

/** Chooses another password by a letter's link. */
export function Page() {
  const say = useSay()
  const said = useProblem()
  const [, go] = useLocation()
  const token = useLinkToken()
  const resetting = useMutation({
    mutationFn: async (password: string) => {
      const body = { token, password }
      await store().request({ method: "POST", path: "/auth/password/reset", body, anonymous: true })
      // The sign-in of this browser has ended too.
      if (isSignedIn()) await signOut()
    },
    onSuccess: () => go("/sign-in?reset", { replace: true }),
  })
  const { error, isPending } = resetting
  const form = useFirstWrong(error)
  const wrong = fieldsOf(error)
  if (isCoded(error, "PASSWORD_TOO_COMMON")) wrong.password = said(error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    resetting.mutate(String(typed.get("password") ?? ""))
  }
  if (token === "" || isCoded(error, "LINK_NOT_VALID")) {
    return (
      <Letter title={say("letter.reset")}>
        <p role="alert">{token === "" ? say("letter.noToken") : said(error)}</p>
        <LinkButton to="/forgot" kind="primary">
          {say("letter.another")}
        </LinkButton>
      </Letter>
    )
  }
  return (
    <Letter title={say("letter.reset")}>
      <form ref={form} onSubmit={submit} noValidate class="grid gap-4">
        <p class="text-soft">{say("letter.resetLead")}</p>
        <NewPassword name="password" error={wrong.password} />
        {error && Object.keys(wrong).length === 0 && (
          <p role="alert" data-wrong tabIndex={-1} class="rounded-md border border-loss p-3">
            {said(error)}
          </p>
        )}
        <Button type="submit" kind="primary" wide busy={isPending}>
          {say(isPending ? "letter.working" : "letter.resetDo")}
        </Button>
      </form>
    </Letter>
  )
}
