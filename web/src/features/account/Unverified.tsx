import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { MailboxLink } from "../../parts/Mailbox"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"

/** That nobody has shown yet that letters to the address arrive, and another letter. */
export function Unverified({ address }: { address: string }) {
  const say = useSay()
  const said = useProblem()
  const sending = useMutation({
    mutationFn: () => store().request({ method: "POST", path: "/auth/verify/resend" }),
  })
  return (
    <div class="grid gap-2 rounded-lg border border-warn p-4">
      <p>{say("account.unverified")}</p>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={() => sending.mutate()} busy={sending.isPending}>
          {say(sending.isPending ? "account.saving" : "account.resend")}
        </Button>
        <MailboxLink address={address} />
      </div>
      <p role="status" class="text-sm text-good empty:hidden">
        {sending.isSuccess && say("account.resent", { address })}
      </p>
      {sending.error && (
        <p role="alert" class="text-sm text-loss">
          {said(sending.error)}
        </p>
      )}
    </div>
  )
}
