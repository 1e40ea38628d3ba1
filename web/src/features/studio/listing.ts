import type { ListingPage, OwnAgent, PublishRequest } from "@jiga/store"
import { characters } from "./draft"

export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Day = (typeof DAYS)[number]

/** Hours that come back each week; where they end no later than they begin, they end on the next day. */
export interface Span {
  days: Day[]
  from: string
  to: string
}

/** What players read and pay, as its owner writes it. */
export interface ListingDraft {
  title: string
  description: string
  tags: string[]
  category: string[]
  games: string[]
  baseRate: number
  always: boolean
  hours: Span[]
  timezone: string
}

export const MOST = { title: 100, description: 1000, tags: 10, tag: 30, category: 5, games: 20, game: 60, hours: 28 }

/** What stands on the market, or what suggests itself for an agent that never was there. */
export function listingDraftOf(agent: OwnAgent, listing: ListingPage | null): ListingDraft {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!listing) {
    return {
      title: agent.name,
      description: [...new Intl.Segmenter().segment(agent.description)]
        .slice(0, MOST.description)
        .map(({ segment }) => segment)
        .join(""),
      tags: [],
      category: [],
      games: [],
      baseRate: agent.baseRate,
      always: true,
      hours: [],
      timezone: here,
    }
  }
  const { availability } = listing
  return {
    title: listing.title,
    description: listing.description,
    tags: listing.tags,
    category: listing.category,
    games: listing.games,
    baseRate: listing.pricing.baseRate,
    always: availability.schedule === "always",
    hours: (availability.hours ?? []).map(({ days, from, to }) => ({
      days: DAYS.filter((day) => days.includes(day)),
      from: from.slice(0, 5),
      to: to.slice(0, 5),
    })),
    timezone: availability.timezone ?? here,
  }
}

export function listingOf(draft: ListingDraft): PublishRequest["listing"] {
  const { baseRate, always, hours, timezone, title, description, ...rest } = draft
  return {
    ...rest,
    title: title.trim(),
    description: description.trim(),
    pricing: { baseRate },
    availability: always ? { schedule: "always" } : { schedule: "scheduled", hours, timezone },
  }
}

/** Which fields are not as they should be, in the order in which they stand. */
export type ListingFault = "title" | "titleLong" | "description" | "descriptionLong" | "category" | "hours" | "days"

export function listingFaults(draft: ListingDraft): Partial<Record<keyof ListingDraft, ListingFault>> {
  const faults: Partial<Record<keyof ListingDraft, ListingFault>> = {}
  if (!draft.title.trim()) faults.title = "title"
  else if (characters(draft.title) > MOST.title) faults.title = "titleLong"
  if (!draft.description.trim()) faults.description = "description"
  else if (characters(draft.description) > MOST.description) faults.description = "descriptionLong"
  if (draft.category.length === 0) faults.category = "category"
  if (!draft.always && draft.hours.length === 0) faults.hours = "hours"
  else if (!draft.always && draft.hours.some(({ days }) => days.length === 0)) faults.hours = "days"
  return faults
}

/** The store names fields with or without where they stand, and things in lists with their place. */
export function fieldName(name: string): string {
  const bare = name.replace(/^listing\./, "").replace(/\[\d+\].*$/, "")
  if (bare === "pricing.baseRate" || bare === "pricing") return "baseRate"
  return bare.startsWith("availability") ? "hours" : bare
}
