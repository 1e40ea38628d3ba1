import { ConnectionError } from "@jiga/store"
import type { ComponentType } from "preact"
import { useEffect, useErrorBoundary, useState } from "preact/hooks"
import { Redirect, useLocation, useSearch } from "wouter-preact"
import { Broken, Outdated } from "../parts/Problem"
import { Loading } from "../ui/Loading"
import { isOutdated } from "./install"
import { PAGES, type PageModule, type PageProps } from "./pages"
import { isSignedIn } from "./session"
import { speak } from "./text"

type Row = (typeof PAGES)[number]
/** Why a page cannot be loaded: the store has a newer app, and not its files of before. */
const OUTDATED = Symbol("outdated")
const loaded = new Map<Row, PageModule>()

/** Whether the reader went back or forward, to a place that the browser knows. */
let returned = false
/** Where the reader was last; nothing before the first page, which the browser places itself. */
let last: string | undefined
addEventListener("popstate", () => {
  // A place on the same page is no return.
  returned = location.pathname !== last
})

/** A page begins at its top, and whoever reads by ear or by keyboard goes on there; but who is typing, such as a search, types on. */
function begin(): void {
  const here = location.pathname
  if (last !== undefined && last !== here) {
    if (!returned) scrollTo(0, 0)
    if (!document.activeElement?.matches("input, textarea, select"))
      document.getElementById("main")?.focus({ preventScroll: true })
  }
  returned = false
  last = here
}

/** The row of a path that whoever is here may see. */
export function rowOf(path: string): Row | undefined {
  const row = PAGES.find((row) => new RegExp(`^${row.path.replace(/:\w+/g, "[^/]+")}/?$`).test(path))
  return row?.who === "me" && !isSignedIn() ? undefined : row
}

/** Has a page at hand, so that it is drawn at once. What cannot be loaded is said where the page would stand. */
export async function fetchPage(row: Row): Promise<void> {
  await row.load().then(
    (module) => loaded.set(row, module),
    () => undefined,
  )
}

async function load(row: Row): Promise<PageModule> {
  const [module] = await Promise.all([row.load(), speak(row.feature)])
  loaded.set(row, module)
  return module
}

/** One page: loaded with its messages when it is first opened, and held apart from the rest when it breaks. */
export function PageView({ row, params }: { row: Row; params: PageProps }) {
  const [path] = useLocation()
  const query = useSearch()
  const [, again] = useState(0)
  const [failed, setFailed] = useState<unknown>()
  const [error, reset] = useErrorBoundary()
  const module = loaded.get(row)

  useEffect(() => {
    if (!loaded.has(row))
      load(row).then(
        () => again((n) => n + 1),
        // What was written for the browser always runs: that it is not there is the network's doing, or that of a newer store.
        async (cause) =>
          setFailed((await isOutdated()) ? OUTDATED : new ConnectionError("It did not load.", { cause })),
      )
  }, [row])
  useEffect(() => {
    setFailed(undefined)
    if (error) reset()
    begin()
  }, [path])

  if (row.who === "me" && !isSignedIn()) {
    return <Redirect to={`/sign-in?to=${encodeURIComponent(query ? `${path}?${query}` : path)}`} replace />
  }
  if (failed === OUTDATED) return <Outdated />
  if (error || failed) return <Broken error={error ?? failed} again={() => location.reload()} />
  if (!module) return <Loading />
  const Page: ComponentType<PageProps> = module.Page
  return <Page {...params} />
}
