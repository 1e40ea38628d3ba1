import { Link } from "wouter-preact"
import { useSay } from "../../app/text"

/** The way back to all of one's agents. */
export function BackToAll() {
  const say = useSay()
  return (
    <Link href="/studio" class="press inline-flex items-center justify-self-start text-accent underline">
      {say("studio.title")}
    </Link>
  )
}
