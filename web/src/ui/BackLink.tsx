import { Link } from "wouter-preact"
import { Icon } from "./Icon"

/** The way up, to the page that this one belongs to. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link href={to} class="press -ms-2 inline-flex items-center gap-1 justify-self-start px-2 text-accent">
      <span class="rtl:-scale-x-100">
        <Icon name="back" />
      </span>
      {children}
    </Link>
  )
}
