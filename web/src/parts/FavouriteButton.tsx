import { Link, useLocation, useSearch } from "wouter-preact"
import { isSignedIn } from "../app/session"
import { useSay } from "../app/text"
import { Icon } from "../ui/Icon"
import { useFavourite } from "./favourites"
import { useProblem } from "./Problem"

interface FavouriteButtonProps {
  listingId: string
  name: string
}

const SHAPE = "press relative z-1 grid shrink-0 place-items-center rounded-md hover:bg-higher"

/** Marks an agent to find it again; a second press takes the mark away. Whoever is not signed in is asked to. */
export function FavouriteButton({ listingId, name }: FavouriteButtonProps) {
  const say = useSay()
  const said = useProblem()
  const [path] = useLocation()
  const query = useSearch()
  const { marked, toggle, error } = useFavourite(listingId)
  const label = say("favourite.label", { name })
  if (!isSignedIn()) {
    const here = query ? `${path}?${query}` : path
    return (
      <Link href={`/sign-in?to=${encodeURIComponent(here)}`} class={`${SHAPE} text-soft hover:text-ink`}>
        <Icon name="heart" />
        <span class="sr-only">{say("favourite.signIn", { name })}</span>
      </Link>
    )
  }
  return (
    <span class="relative z-1 shrink-0">
      <button
        type="button"
        aria-pressed={marked ?? false}
        aria-label={label}
        disabled={marked === undefined}
        onClick={toggle}
        class={`${SHAPE} ${marked ? "text-accent" : "text-soft hover:text-ink"}`}
      >
        <Icon name="heart" solid={marked ?? false} />
      </button>
      {error && (
        <span
          role="alert"
          class="absolute end-0 bottom-full z-2 w-60 rounded-md border border-loss bg-raised p-2 text-sm"
        >
          {said(error)}
        </span>
      )}
    </span>
  )
}
