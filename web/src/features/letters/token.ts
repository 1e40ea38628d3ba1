import { useEffect, useState } from "preact/hooks"

/** What the link past a page's head leads to. */
const SKIP = "main"

/** What stands behind the `#` of a letter's link; it opens an account, so that it does not stay in the address bar or the history. */
export function useLinkToken(): string {
  const [token, setToken] = useState(take)
  useEffect(() => {
    // The link of another letter, opened in the same tab.
    const look = () => setToken((before) => take() || before)
    addEventListener("hashchange", look)
    return () => removeEventListener("hashchange", look)
  }, [])
  return token
}

function take(): string {
  const token = location.hash.slice(1)
  if (token === "" || token === SKIP) return ""
  history.replaceState(history.state, "", location.pathname + location.search)
  return token
}
