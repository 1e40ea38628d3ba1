import { useState } from "preact/hooks"
import { forgetRegistered, justRegistered } from "../app/session"
import { useSay } from "../app/text"
import { Icon } from "../ui/Icon"
import { MailboxLink } from "./Mailbox"

/** Whoever has just opened an account is told of the letter, wherever the way goes on. */
export function Registered() {
  const say = useSay()
  const [, again] = useState(0)
  const address = justRegistered()
  const close = () => {
    forgetRegistered()
    again((n) => n + 1)
  }
  return address ? (
    <div class="mb-6 flex items-start gap-2 rounded-md border border-line bg-raised ps-4">
      <div role="status" class="min-w-0 flex-1 py-2 wrap-anywhere">
        <p class="py-1">{say("mail.registered", { address })}</p>
        <MailboxLink address={address} />
      </div>
      <button type="button" class="press grid place-items-center" aria-label={say("mail.close")} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  ) : null
}
