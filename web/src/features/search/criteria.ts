import type { Search } from "@jiga/store"

/** What is searched for, as it stands in the address: back, reload and a shared link find the same. */
export const LISTS = ["game", "rank", "type"] as const
export type ListName = (typeof LISTS)[number]
export const SORTS = [
  "relevance",
  "popular",
  "rating",
  "price_asc",
  "price_desc",
  "newest",
] as const satisfies Search["sortBy"][]

export interface Filter {
  name: string
  value: string
}

type Choice<Name extends keyof Search> = NonNullable<Search[Name]> extends (infer One)[] ? One : never
export const RANKS = ["Bronze", "Silver", "Gold", "Platinum"] as const satisfies Choice<"rank">[]
export const TYPES = ["Assistant", "Mentor", "Specialist"] as const satisfies Choice<"type">[]
/** Signs that the store takes of a text. */
const LONGEST = 300
const BEST = 5

/** The store's question that an address stands for. What it does not know is left out, so that an old link still finds something. */
export function criteria(params: URLSearchParams): Search {
  const q = params.get("q")?.replaceAll("\0", "").trim().slice(0, LONGEST)
  const chosen = filters(params)
  const all = (of: keyof Search) => chosen.filter(({ name }) => name === of).map(({ value }) => value)
  const among = <T extends string>(known: readonly T[], of: keyof Search) =>
    known.filter((one) => all(of).includes(one))
  const game = all("game")
  const rank = among(RANKS, "rank")
  const type = among(TYPES, "type")
  const [maxPrice] = all("maxPrice")
  const [minRating] = all("minRating")
  const sort = SORTS.find((known) => known === params.get("sort"))

  // One by one, so that each is held to what the store takes: what is spread into an object is not.
  const search: Search = {}
  if (q) search.q = q
  if (game.length > 0) search.game = game
  if (rank.length > 0) search.rank = rank
  if (type.length > 0) search.type = type
  if (maxPrice) search.maxPrice = Number(maxPrice)
  if (minRating) search.minRating = Number(minRating)
  if (all("hasVoiceChat").length > 0) search.hasVoiceChat = true
  if (all("hasCommentator").length > 0) search.hasCommentator = true
  if (sort) search.sortBy = sort
  return search
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
      return RANKS.some((rank) => rank === value)
    case "type":
      return TYPES.some((type) => type === value)
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
