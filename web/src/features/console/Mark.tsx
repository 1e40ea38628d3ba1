import type { ComponentChildren } from "preact"

const LOOK = {
  good: "border-good text-good",
  warn: "border-warn text-warn",
  bad: "border-loss text-loss",
  plain: "border-line text-soft",
} as const
export type Tone = keyof typeof LOOK

/** How something stands, in a word. */
export function Mark({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`inline-block whitespace-nowrap rounded-md border px-2 text-sm ${LOOK[tone]}`}>{children}</span>
}
