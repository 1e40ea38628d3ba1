import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useSearchParams } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { LongList } from "../../ui/LongList"
import type { PageOf } from "./types"

/** A list of the API, page by page. All of them are made old by `["console"]`, and keep their place. */
export function useList<T>(path: string, query: Record<string, string | undefined>, limit = 50, every?: number) {
  return useInfiniteQuery({
    queryKey: ["console", path, query, limit],
    queryFn: ({ pageParam, signal }) =>
      store().request<PageOf<T>>({ method: "GET", path, query: { ...query, limit, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: every ?? false,
  })
}

interface ListedProps<T> {
  list: ReturnType<typeof useList<T>>
  keyOf: (item: T) => string
  row: (item: T) => ComponentChildren
  /** What there is to say where there is nothing. */
  empty: string
}

/** The list itself, with its states. */
export function Listed<T>({ list, keyOf, row, empty }: ListedProps<T>) {
  const say = useSay()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = list
  const items = data?.pages.flatMap((page) => page.items)
  if (error && (!items || isPlaceholderData)) return <Problem error={error} again={refetch} />
  if (!items) return <Skeleton class="h-60" />
  return (
    <>
      <p role="status" class="text-soft">
        {items.length === 0 ? empty : say(hasNextPage ? "ops.shownSoFar" : "ops.shown", { count: items.length })}
      </p>
      {items.length > 0 && (
        <div class={`transition ${isPlaceholderData ? "opacity-60" : ""}`}>
          <LongList
            items={items}
            keyOf={keyOf}
            row={(item) => <div class="rounded-lg border border-line bg-raised p-4">{row(item)}</div>}
            gap="gap-3"
            height="middle"
          />
        </div>
      )}
      {hasNextPage && (
        <div>
          <Button onClick={() => fetchNextPage()} busy={isFetchingNextPage}>
            {say("state.more")}
          </Button>
        </div>
      )}
    </>
  )
}

/** One of the address's parameters, and what sets it; the others stay. */
export function useParam(name: string): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams()
  const set = (value: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (value) after.set(name, value)
      else after.delete(name)
      return after
    })
  return [params.get(name) ?? "", set]
}

interface FinderProps {
  label: string
  hint?: string
  value: string
  find: (value: string) => void
}

/** Searches when one says so; what was searched for stands in the address. */
export function Finder({ label, hint, value, find }: FinderProps) {
  const say = useSay()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    find(String(new FormData(event.currentTarget as HTMLFormElement).get("q") ?? "").trim())
  }
  return (
    <form key={value} role="search" aria-label={label} onSubmit={submit} class="grid max-w-2xl gap-1">
      <label for="find" class="text-sm font-medium">
        {label}
      </label>
      <span class="flex flex-wrap gap-3">
        <span class="min-w-52 flex-1">
          <Input
            id="find"
            name="q"
            type="search"
            defaultValue={value}
            aria-describedby={hint && "find-hint"}
            autocomplete="off"
            spellcheck={false}
          />
        </span>
        <Button type="submit" kind="primary">
          {say("ops.findDo")}
        </Button>
      </span>
      {hint && (
        <span id="find-hint" class="text-sm text-soft">
          {hint}
        </span>
      )}
    </form>
  )
}
