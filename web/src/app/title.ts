import { useEffect } from "preact/hooks"
import { useSay } from "./text"

/** Names a page in its tab and in the history: what it is, and the store. Until it is known, the name of before stays. */
export function useTitle(title: string | undefined): void {
  const store = useSay()("app.name")
  useEffect(() => {
    if (title !== undefined) document.title = title === store ? store : `${title} · ${store}`
  }, [title, store])
}
