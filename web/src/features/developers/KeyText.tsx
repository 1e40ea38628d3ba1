import type { ApiKeyCreated } from "@jiga/store"
import { useSay } from "../../app/text"
import { Button, LinkButton } from "../../ui/Button"
import { Code } from "../../ui/Code"
import { Dialog } from "../../ui/Dialog"
import { madeKey, remember } from "./made"

/** A key's text, this once. */
export function KeyText({ made, close }: { made: ApiKeyCreated; close: () => void }) {
  const say = useSay()
  remember(made)
  return (
    <Dialog title={say("dev.once")} close={close}>
      <div class="grid gap-4">
        <p class="rounded-md border border-warn p-3">{say("dev.onceWarning")}</p>
        <Code label={say("dev.keyText")} text={made.key} wrap />
        <p class="text-soft">{say(made.kind === "secret" ? "dev.onceSecret" : "dev.oncePublishable")}</p>
        <div class="flex flex-wrap gap-3">
          <Button kind="primary" onClick={close}>
            {say("dev.onceDone")}
          </Button>
          {madeKey() === made.key && <LinkButton to="/developers">{say("dev.onceTry")}</LinkButton>}
        </div>
      </div>
    </Dialog>
  )
}
