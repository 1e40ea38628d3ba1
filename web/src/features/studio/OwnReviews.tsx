import type { ListingPage } from "@jiga/store"
import { useSay } from "../../app/text"
import { Reviews } from "../../parts/Reviews"
import { useNumber } from "../../ui/Amount"

/** What players who paid say of one's agent: how many gave which rating, then their words. */
export function OwnReviews({ listing }: { listing: ListingPage }) {
  return (
    <Reviews id={listing.listingId}>
      {(listing.stats.ratingCount ?? 0) > 0 && <Distribution listing={listing} />}
    </Reviews>
  )
}

function Distribution({ listing }: { listing: ListingPage }) {
  const say = useSay()
  const number = useNumber()
  const { rating, ratingCount = 0 } = listing.stats
  const ratings = [...(listing.ratings ?? [])].sort((a, b) => b.rating - a.rating)
  return (
    <div class="grid max-w-md gap-2">
      <p>{say("agent.ratings", { rating: number(rating ?? 0, { maximumFractionDigits: 1 }), count: ratingCount })}</p>
      <ul class="grid gap-1 text-sm figures">
        {ratings.map(({ rating: stars, people }) => (
          <li key={stars} class="grid grid-cols-[1rem_1fr_2rem] items-center gap-2">
            <span class="sr-only">{say("studio.gave", { rating: stars, count: people })}</span>
            <span aria-hidden="true">{stars}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="8" aria-hidden="true">
              <rect width="100" height="8" fill="var(--line)" />
              <rect width={(people / ratingCount) * 100} height="8" fill="var(--gold)" />
            </svg>
            <span aria-hidden="true" class="text-end">
              {number(people)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
