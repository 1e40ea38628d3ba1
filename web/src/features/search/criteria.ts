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

/** The store's question that an address stands for. What it does not know is left out, so that an old link still finds something. */
export function criteria(params: URLSearchParams): Search {
  const q = params.get("q")?.trim()
  const sort = SORTS.find((known) => known === params.get("sort"))
  return {
    ...(q && { q }),
    ...Object.fromEntries(LISTS.filter((name) => params.has(name)).map((name) => [name, params.getAll(name)])),
    ...number("maxPrice"),
    ...number("minRating"),
    ...flag("hasVoiceChat"),
    ...flag("hasCommentator"),
    ...(sort && { sortBy: sort }),
  }

  function number(name: "maxPrice" | "minRating"): Partial<Search> {
    const value = Number(params.get(name))
    return value > 0 ? { [name]: value } : {}
  }

  function flag(name: "hasVoiceChat" | "hasCommentator"): Partial<Search> {
    return params.get(name) === "true" ? { [name]: true } : {}
  }
}

/** What narrows the search, one by one, so that each can be taken away. */
export function filters(params: URLSearchParams): Filter[] {
  const known = [...LISTS, "maxPrice", "minRating", "hasVoiceChat", "hasCommentator"]
  return [...params].filter(([name]) => known.includes(name)).map(([name, value]) => ({ name, value }))
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
