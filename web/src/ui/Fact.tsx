import type { ComponentChildren } from "preact"

/** A name and what it is, in a `dl`. */
export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="min-w-0">
      <dt class="text-sm text-soft">{label}</dt>
      <dd class="figures">{children}</dd>
    </div>
  )
}
