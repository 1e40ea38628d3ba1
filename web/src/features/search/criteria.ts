import type { Search } from "@jiga/store"

/** What is searched for, as it stands in the address: back, reload and a shared link find the same. */
export const LISTS = ["game", "rank", "type"] as const
export type ListName = (typeof LISTS)[number]
export const SORTS = ["relevance", "popular", "rating", "price_asc", "price_desc", "newest"] as const
export type Sort = (typeof SORTS)[number]

export interface Filter {
  name: string
  value: string
}

const RANKS = ["Bronze", "Silver", "Gold", "Platinum"]
const TYPES = ["Assistant", "Mentor", "Specialist"]
/** Signs that the store takes of a text. */
const LONGEST = 300
const BEST = 5

/** The store's question that an address stands for. What it does not know is left out, so that an old link still finds something. */
export function criteria(params: URLSearchParams): Search {
  const q = params.get("q")?.replaceAll("\0", "").trim().slice(0, LONGEST)
  const sort = SORTS.find((known) => known === params.get("sort"))
  const chosen = filters(params)
  const values = (name: string) => chosen.filter((filter) => filter.name === name).map(({ value }) => value)
  return {
    ...(q && { q }),
    ...Object.fromEntries(LISTS.map((name) => [name, values(name)]).filter(([, list]) => list?.length)),
    ...one("maxPrice", Number),
    ...one("minRating", Number),
    ...one("hasVoiceChat", Boolean),
    ...one("hasCommentator", Boolean),
    ...(sort && { sortBy: sort }),
  }

  function one(name: keyof Search, read: (value: string) => unknown): Partial<Search> {
    const [value] = values(name)
    return value === undefined ? {} : { [name]: read(value) }
  }
}

/** What narrows the search, one by one, so that each can be taken away. */
export function filters(params: URLSearchParams): Filter[] {
  return [...params].map(([name, value]) => ({ name, value })).filter(isKnown)
}

function isKnown({ name, value }: Filter): boolean {
  switch (name) {
    case "game":
      return value !== "" && value.length <= LONGEST && !value.includes("\0")
    case "rank":
      return RANKS.includes(value)
    case "type":
      return TYPES.includes(value)
    case "maxPrice":
      return Number.isSafeInteger(Number(value)) && Number(value) > 0
    case "minRating":
      return Number(value) > 0 && Number(value) <= BEST
    case "hasVoiceChat":
    case "hasCommentator":
      return value === "true"
    default:
      return false
  }
}

export function has(params: URLSearchParams, { name, value }: Filter): boolean {
  return params.getAll(name).includes(value)
}

/** Adds a filter, or takes it away when it is there. */
export function toggled(params: URLSearchParams, filter: Filter): URLSearchParams {
  const after = new URLSearchParams(params)
  if (has(params, filter)) after.delete(filter.name, filter.value)
  else if ((LISTS as readonly string[]).includes(filter.name)) after.append(filter.name, filter.value)
  else after.set(filter.name, filter.value)
  return after
}

/** Without any filter; what was typed, and the order, stay. */
export function cleared(params: URLSearchParams): URLSearchParams {
  const after = new URLSearchParams()
  for (const name of ["q", "sort"]) {
    const value = params.get(name)
    if (value) after.set(name, value)
  }
  return after
}
