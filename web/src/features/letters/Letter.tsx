import type { ComponentChildren } from "preact"
import { useEffect } from "preact/hooks"
import { useSay } from "../../app/text"

/** A page that a letter leads to, or that asks for one. */
export function Letter({ title, children }: { title: string; children: ComponentChildren }) {
  const say = useSay()
  useEffect(() => {
    document.title = `${title} · ${say("app.name")}`
  }, [title, say])
  return (
    <div class="mx-auto grid max-w-md gap-6 py-6">
      <h1 class="text-xl">{title}</h1>
      {children}
    </div>
  )
}
