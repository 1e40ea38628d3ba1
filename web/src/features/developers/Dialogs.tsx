import type { ApiKey, ApiKeyCreated } from "@jiga/store"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { Refusal } from "./Refusal"

/** How long a text before is good. */
const KEPT_FOR = 24 * 60 * 60 * 1000

interface QuestionProps {
  of: ApiKey
  close: () => void
}

export function RotateKey({ of, close, rotated }: QuestionProps & { rotated: (key: ApiKeyCreated) => void }) {
  const say = useSay()
  const moment = useMoment()
  const rotating = useMutation({ mutationFn: () => store().apiKeys.rotate(of.id), onSuccess: rotated })
  return (
    <Dialog title={say("dev.rotateAsk", { name: of.name })} close={close}>
      <div class="grid gap-4">
        <p>{say("dev.rotateUntil", { lastFour: of.lastFour, when: moment(Date.now() + KEPT_FOR) })}</p>
        <Refusal error={rotating.error} />
        <div class="flex flex-wrap gap-3">
          <Button kind="primary" onClick={() => rotating.mutate()} busy={rotating.isPending}>
            {say(rotating.isPending ? "dev.making" : "dev.rotateDo")}
          </Button>
          <Button onClick={close}>{say("dev.cancel")}</Button>
        </div>
      </div>
    </Dialog>
  )
}

export function DeleteKey({ of, close, deleted }: QuestionProps & { deleted: () => void }) {
  const say = useSay()
  const moment = useMoment()
  const deleting = useMutation({ mutationFn: () => store().apiKeys.delete(of.id), onSuccess: deleted })
  const text = `${of.prefix}…${of.lastFour}`
  return (
    <Dialog title={say("dev.deleteAsk", { name: of.name })} close={close}>
      <div class="grid gap-4">
        <p>{say("dev.deleteEnds")}</p>
        <ul class="grid list-disc gap-2 ps-5">
          <li>{say("dev.deleteEnds1", { text })}</li>
          {of.kind === "secret" && (
            <>
              <li>{say("dev.deleteEnds2")}</li>
              <li>{say("dev.deleteEnds3")}</li>
            </>
          )}
        </ul>
        {of.lastUsedAt && <p class="text-warn">{say("dev.deleteUsed", { when: moment(of.lastUsedAt) })}</p>}
        <Refusal error={deleting.error} />
        <div class="flex flex-wrap gap-3">
          <Button kind="danger" onClick={() => deleting.mutate()} busy={deleting.isPending}>
            {say("dev.deleteDo", { name: of.name })}
          </Button>
          <Button onClick={close}>{say("dev.keep")}</Button>
        </div>
      </div>
    </Dialog>
  )
}

function useMoment(): (at: string | number) => string {
  const locale = useLocale()
  return (at) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at))
}
