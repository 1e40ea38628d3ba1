import { useSay } from "../../app/text"
import { Button } from "../../ui/Button"

interface UnsavedProps {
  /** What stands in the form, and what the store has. */
  draft: object
  saved: object
  discard: () => void
}

/** That what stands in a form is not what the store has, and the way back to that. */
export function Unsaved({ draft, saved, discard }: UnsavedProps) {
  const say = useSay()
  if (JSON.stringify(draft) === JSON.stringify(saved)) return null
  return (
    <span class="inline-flex flex-wrap items-center gap-x-2 text-soft">
      {say("studio.unsaved")}
      <Button kind="quiet" onClick={discard}>
        {say("studio.discard")}
      </Button>
    </span>
  )
}
