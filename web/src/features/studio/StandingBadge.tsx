import { useSay } from "../../app/text"
import type { Standing } from "./standing"

const LOOK: Record<Standing, string> = {
  draft: "border-line text-soft",
  waiting: "border-warn text-warn",
  active: "border-good text-good",
  paused: "border-warn text-warn",
  under_review: "border-warn text-warn",
  suspended: "border-loss text-loss",
  unpublished: "border-line text-soft",
}

/** Whether players can hire it now, in a word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const say = useSay()
  return (
    <span class={`inline-block whitespace-nowrap rounded-md border px-2 text-sm ${LOOK[standing]}`}>
      {say(`studio.standing.${standing}`)}
    </span>
  )
}
