import { useSay } from "../app/text"

/** Something is on its way. Where its size is known, a `Skeleton` of that size is better. */
export function Loading() {
  const say = useSay()
  return (
    <div role="status" class="grid min-h-80 place-items-center text-soft">
      {say("state.loading")}
    </div>
  )
}

/** Holds the place of what comes, in its size, so that nothing jumps. */
export function Skeleton({ class: size }: { class: string }) {
  return <div aria-hidden="true" class={`animate-pulse rounded-md bg-higher ${size}`} />
}
