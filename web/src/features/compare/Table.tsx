import { type ListingPage, NotFoundError } from "@jiga/store"
import type { ComponentChildren } from "preact"
import { Link } from "wouter-preact"
import { useLocale, useSay, useWord } from "../../app/text"
import { abilitiesOf, languageName } from "../../parts/abilities"
import { FavouriteButton } from "../../parts/FavouriteButton"
import { Portrait } from "../../parts/Portrait"
import { Worth } from "../../parts/Worth"
import { Dof, useNumber } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Icon } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"
import type { Compared } from "./ComparePage"

interface TableProps {
  compared: Compared[]
  remove: (id: string) => void
}

/** Side by side. Where a screen is too narrow, the table scrolls and the page does not. */
export function Table({ compared, remove }: TableProps) {
  const say = useSay()
  const rows = useRows()
  return (
    <section
      aria-label={say("versus.table")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      class="-mx-4 overflow-x-auto pe-4"
    >
      <table class="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <td class="sticky start-0 z-2 w-26 min-w-26 bg-ground ps-4 sm:w-48" />
            {compared.map((one) => (
              <th
                key={one.id}
                scope="col"
                class="w-1/3 min-w-40 border border-e-0 border-b-0 border-line bg-raised last:rounded-se-lg last:border-e nth-2:rounded-ss-lg p-3 text-start align-top font-normal"
              >
                <Head one={one} remove={() => remove(one.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label}>
              <th
                scope="row"
                class="sticky start-0 z-2 border-t border-line bg-ground py-3 ps-4 pe-3 text-start align-top text-sm font-normal text-soft"
              >
                {label}
              </th>
              {compared.map(({ id, listing, error }) => (
                <td
                  key={id}
                  class="border border-e-0 border-b-0 border-line bg-raised p-3 align-top wrap-anywhere last:border-e"
                >
                  {listing ? cell(listing) : !error && <Skeleton class="h-6" />}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td class="sticky start-0 z-2 border-t border-line bg-ground" />
            {compared.map(({ id, listing }) => (
              <td
                key={id}
                class="border border-e-0 border-line bg-raised p-3 last:rounded-ee-lg last:border-e nth-2:rounded-es-lg"
              >
                {listing?.availability.isAvailable && (
                  <LinkButton to={`/hire/${encodeURIComponent(id)}`} wide>
                    {say("versus.hire", { name: listing.agent.name })}
                  </LinkButton>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

interface Row {
  label: string
  cell: (listing: ListingPage) => ComponentChildren
}

/** What is compared: numbers with their base, and what nobody knows yet said as such. */
function useRows(): Row[] {
  const say = useSay()
  const word = useWord()
  const number = useNumber()
  const locale = useLocale()
  const unknown = <span class="text-soft">{say("versus.noneYet")}</span>
  return [
    {
      label: say("versus.price"),
      cell: ({ pricing }) => (
        <>
          <span class="block font-display text-lg font-semibold">
            <Dof amount={pricing.baseRate} />
          </span>
          <span class="text-sm">
            <Worth dof={pricing.baseRate} />
          </span>
        </>
      ),
    },
    {
      label: say("versus.rating"),
      cell: ({ stats }) =>
        stats.rating == null
          ? unknown
          : say("agent.ratings", {
              rating: number(stats.rating, { maximumFractionDigits: 1 }),
              count: stats.ratingCount ?? 0,
            }),
    },
    {
      label: say("versus.hires"),
      cell: ({ stats }) => (stats.totalHires ? number(stats.totalHires) : unknown),
    },
    {
      label: say("versus.success"),
      cell: ({ stats }) =>
        stats.successRate == null
          ? unknown
          : say("versus.successOf", {
              percent: number(stats.successRate, { style: "percent", maximumFractionDigits: 0 }),
              count: stats.successBase ?? 0,
            }),
    },
    { label: say("versus.games"), cell: ({ games }) => games.join(", ") },
    { label: say("versus.abilities"), cell: ({ agent }) => abilitiesOf(agent, say).join(", ") || say("versus.none") },
    { label: say("versus.kind"), cell: ({ agent }) => word("agent.type", agent.type) },
    { label: say("versus.language"), cell: ({ agent }) => languageName(agent.language, locale) },
    {
      label: say("versus.runtime"),
      cell: ({ agent }) => (agent.runtime ? word("agent.runtime", agent.runtime) : say("versus.runtime.unknown")),
    },
    {
      label: say("versus.now"),
      cell: ({ availability }) =>
        availability.isAvailable ? say("versus.available") : <span class="text-warn">{say("agent.closed")}</span>,
    },
  ]
}

function Head({ one, remove }: { one: Compared; remove: () => void }) {
  const say = useSay()
  const { listing, error, again } = one
  if (error && !listing)
    return (
      <div class="grid gap-2">
        <p>{say(error instanceof NotFoundError ? "versus.gone" : "versus.failed")}</p>
        {!(error instanceof NotFoundError) && <Button onClick={again}>{say("state.again")}</Button>}
        <Button onClick={remove}>{say("versus.removeGone")}</Button>
      </div>
    )
  if (!listing) return <Skeleton class="h-40" />
  const { agent, agentId, listingId, title } = listing
  return (
    <div class="grid gap-2">
      <div class="flex items-start justify-between">
        <Portrait face={{ id: agentId, rank: agent.rank, type: agent.type }} imageUrl={agent.imageUrl} size={44} />
        <span class="-me-2 -mt-2 flex">
          <FavouriteButton listingId={listingId} name={agent.name} />
          <button
            type="button"
            onClick={remove}
            aria-label={say("versus.remove", { name: agent.name })}
            class="press grid place-items-center rounded-md text-soft hover:bg-higher hover:text-ink"
          >
            <Icon name="close" />
          </button>
        </span>
      </div>
      <span>
        <RankBadge rank={agent.rank} />
      </span>
      <Link
        href={`/agents/${encodeURIComponent(listingId)}`}
        class="press font-display text-lg leading-tight font-semibold wrap-anywhere hover:text-accent"
      >
        {title}
      </Link>
    </div>
  )
}
