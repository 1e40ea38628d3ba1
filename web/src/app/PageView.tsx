import type { ComponentType } from "preact"
import { useEffect, useErrorBoundary, useState } from "preact/hooks"
import { Redirect, useLocation, useSearch } from "wouter-preact"
import { Broken } from "../parts/Problem"
import { Loading } from "../ui/Loading"
import type { PAGES, PageModule, PageProps } from "./pages"
import { isSignedIn } from "./session"
import { speak } from "./text"

type Row = (typeof PAGES)[number]
const loaded = new Map<Row, PageModule>()

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
    if (!loaded.has(row)) load(row).then(() => again((n) => n + 1), setFailed)
  }, [row])
  useEffect(() => {
    setFailed(undefined)
    if (error) reset()
    scrollTo(0, 0)
  }, [path])

  if (row.who === "me" && !isSignedIn()) {
    return <Redirect to={`/sign-in?to=${encodeURIComponent(query ? `${path}?${query}` : path)}`} replace />
  }
  if (error || failed) return <Broken error={error ?? failed} again={() => location.reload()} />
  if (!module) return <Loading />
  const Page: ComponentType<PageProps> = module.Page
  return <Page {...params} />
}
