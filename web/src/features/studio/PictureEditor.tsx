import type { OwnAgent } from "@jiga/store"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Portrait } from "../../parts/Portrait"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { agentChanged } from "./agents"
import { Crop } from "./Crop"
import { draftOf, replacementOf } from "./draft"
import { readImage } from "./image"

/** The picture an agent has, and a new one: chosen, cut to a square, and sent. */
export function PictureEditor({ agent }: { agent: OwnAgent }) {
  const say = useSay()
  const said = useProblem()
  const [image, setImage] = useState<HTMLImageElement>()
  const [unreadable, setUnreadable] = useState(false)
  const sending = useMutation({
    mutationFn: (picture: Blob) => store().agents.setImage(agent.id, picture),
    onSuccess: async (changed) => {
      setImage(undefined)
      await agentChanged(changed)
    },
  })
  const removing = useMutation({
    mutationFn: () =>
      agent.baseAgentId
        ? store().agents.customizeVariant(agent.id, { avatarUrl: null })
        : store().agents.replace(agent.id, { ...replacementOf(agent, draftOf(agent)), imageUrl: null }),
    onSuccess: agentChanged,
  })
  const choose = async (file: File | undefined) => {
    if (!file) return
    sending.reset()
    setUnreadable(false)
    try {
      setImage(await readImage(file))
    } catch {
      setUnreadable(true)
    }
  }
  return (
    <section aria-labelledby="picture" class="grid gap-4">
      <h2 id="picture" class="text-lg">
        {say("studio.picture")}
      </h2>
      {image ? (
        <Crop
          key={image.src}
          image={image}
          busy={sending.isPending}
          use={(picture) => sending.mutate(picture)}
          cancel={() => setImage(undefined)}
        />
      ) : (
        <div class="flex flex-wrap items-center gap-4">
          <Portrait face={agent} imageUrl={agent.imageUrl} size={128} />
          <div class="grid gap-2">
            <label class="press relative inline-flex cursor-pointer items-center justify-center justify-self-start rounded-md border border-line bg-raised px-4 font-medium hover:bg-higher has-focus-visible:outline-2 has-focus-visible:outline-accent">
              <input
                type="file"
                accept="image/png,image/jpeg,image/webp,image/gif"
                onChange={({ currentTarget }) => {
                  choose(currentTarget.files?.[0])
                  // The same file may be chosen again.
                  currentTarget.value = ""
                }}
                class="absolute inset-0 cursor-pointer opacity-0"
              />
              {say(agent.imageUrl ? "studio.otherPicture" : "studio.choosePicture")}
            </label>
            <p class="text-sm text-soft">{say("studio.pictureHint")}</p>
            {agent.imageUrl && agent.type !== "Specialist" && (
              <div>
                <Button kind="quiet" disabled={removing.isPending} onClick={() => removing.mutate()}>
                  {say("studio.removePicture")}
                </Button>
              </div>
            )}
          </div>
        </div>
      )}
      {unreadable && (
        <p role="alert" class="text-loss">
          {say("studio.unreadable")}
        </p>
      )}
      {(sending.error || removing.error) && (
        <p role="alert" class="text-loss">
          {said(sending.error ?? removing.error)}
        </p>
      )}
      <p role="status" class="text-good">
        {sending.isSuccess && say("studio.pictureSaved")}
      </p>
    </section>
  )
}
