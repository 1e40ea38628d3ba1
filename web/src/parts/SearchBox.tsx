import { useRef } from "preact/hooks"
import { useLocation, useSearchParams } from "wouter-preact"
import { SEARCH_ID } from "../app/shortcuts"
import { useSay } from "../app/text"
import { Icon } from "../ui/Icon"

/** Search from everywhere: `/` goes to it (`app/shortcuts.ts`). On the search page it searches as one types, and what is typed stands in the address. */
export function SearchBox() {
  const say = useSay()
  const [path, go] = useLocation()
  const [params, setParams] = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  const searches = path === "/search"

  const submit = (event: Event) => {
    event.preventDefault()
    const q = input.current?.value.trim() ?? ""
    if (!searches) go(q ? `/search?q=${encodeURIComponent(q)}` : "/search")
  }
  const typed = (q: string) => {
    if (!searches) return
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (q.trim()) after.set("q", q)
        else after.delete("q")
        return after
      },
      { replace: true },
    )
  }
  return (
    <form role="search" aria-label={say("search.label")} onSubmit={submit} class="relative">
      <span class="pointer-events-none absolute inset-y-0 start-3 grid place-items-center text-soft">
        <Icon name="search" />
      </span>
      <input
        ref={input}
        id={SEARCH_ID}
        type="search"
        name="q"
        autocomplete="off"
        enterkeyhint="search"
        maxLength={300}
        aria-label={say("search.label")}
        placeholder={say("search.placeholder")}
        value={searches ? (params.get("q") ?? "") : undefined}
        onInput={(event) => typed(event.currentTarget.value)}
        class="press w-full rounded-md border border-line bg-raised ps-10 pe-3 placeholder:text-soft"
      />
    </form>
  )
}
