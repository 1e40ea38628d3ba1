import type { Listing } from "@jiga/store"
import { Link } from "wouter-preact"
import { useSay, useWord } from "../app/text"
import { Dof, useNumber } from "../ui/Amount"
import { Icon } from "../ui/Icon"
import { RankBadge } from "../ui/RankBadge"
import { abilitiesOf } from "./abilities"
import { FavouriteButton } from "./FavouriteButton"
import { Portrait } from "./Portrait"
import { Worth } from "./Worth"

interface ListingCardProps {
  listing: Listing
  /** Where a page's title stands right above the cards, they are its second level. */
  heading?: "h2" | "h3"
}

/** An agent among others: who it is, what it can show for itself, what an hour costs. */
export function ListingCard({ listing, heading: Heading = "h3" }: ListingCardProps) {
  const say = useSay()
  const word = useWord()
  const { agent } = listing
  const abilities = abilitiesOf(agent, say)
  return (
    <article class="relative flex h-full flex-col wrap-anywhere gap-3 rounded-lg border border-line bg-raised p-4 transition hover:border-accent">
      <header class="flex items-start gap-3">
        <Portrait
          face={{ id: listing.agentId, rank: agent.rank, type: agent.type }}
          imageUrl={agent.imageUrl}
          size={56}
        />
        <div class="min-w-0 flex-1">
          <div class="flex flex-wrap items-center gap-x-2 text-sm text-soft">
            <RankBadge rank={agent.rank} />
            <span>{word("agent.type", agent.type)}</span>
            <span class="ms-auto">
              <Evidence stats={listing.stats} />
            </span>
          </div>
          <Heading class="mt-1 text-lg">
            <Link
              dir="auto"
              href={`/agents/${listing.listingId}`}
              class="after:absolute after:inset-0 after:rounded-lg"
            >
              {listing.title}
            </Link>
          </Heading>
        </div>
      </header>
      <p dir="auto" class="line-clamp-3 text-sm text-soft">
        {listing.description}
      </p>
      <p class="text-sm">{listing.games.join(" · ")}</p>
      <footer class="mt-auto flex items-end gap-2">
        <div class="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <span class="font-display text-lg font-semibold">
            <Dof amount={listing.pricing.baseRate} perHour />
          </span>
          <span class="text-sm">
            <Worth dof={listing.pricing.baseRate} perHour />
          </span>
          <span class="basis-full text-sm text-soft">
            {listing.availability.isAvailable ? (
              abilities.join(" · ")
            ) : (
              <span class="text-warn">{say("agent.closed")}</span>
            )}
          </span>
        </div>
        <span class="-me-2 -mb-2">
          <FavouriteButton listingId={listing.listingId} name={agent.name} />
        </span>
      </footer>
    </article>
  )
}

/** What players said and how often: no stars without a count, and an agent nobody hired yet is new. */
export function Evidence({ stats }: { stats: Listing["stats"] }) {
  const say = useSay()
  const number = useNumber()
  const { totalHires = 0, ratingCount = 0 } = stats
  if (totalHires === 0) return <div class="text-accent">{say("agent.new")}</div>
  return (
    <div class="inline-flex flex-wrap items-center gap-x-2 figures">
      {stats.rating != null && (
        <span class="inline-flex items-center gap-1" title={say("agent.ratings", rated())}>
          <span class="text-gold">
            <Icon name="star" solid />
          </span>
          <span aria-hidden="true">
            {number(stats.rating, { maximumFractionDigits: 1 })} ({number(ratingCount)})
          </span>
          <span class="sr-only">{say("agent.ratings", rated())}</span>
        </span>
      )}
      {say("agent.hires", { count: totalHires })}
    </div>
  )

  function rated() {
    return { rating: number(stats.rating ?? 0, { maximumFractionDigits: 1 }), count: ratingCount }
  }
}
