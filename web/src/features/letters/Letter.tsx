import type { ComponentChildren } from "preact"
import { useTitle } from "../../app/title"

/** A page that a letter leads to, or that asks for one. */
export function Letter({ title, children }: { title: string; children: ComponentChildren }) {
  useTitle(title)
  return (
    <div class="mx-auto grid max-w-md gap-6 py-6">
      <h1 class="text-xl">{title}</h1>
      {children}
    </div>
  )
}
