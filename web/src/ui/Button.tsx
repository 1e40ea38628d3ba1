import type { ComponentChildren, JSX } from "preact"
import { Link } from "wouter-preact"

type Kind = "primary" | "plain" | "quiet" | "danger"

const LOOK: Record<Kind, string> = {
  primary: "bg-accent text-on-accent hover:brightness-110",
  plain: "border border-line bg-raised text-ink hover:bg-higher",
  quiet: "text-accent hover:bg-higher",
  danger: "border border-loss text-loss hover:bg-higher",
}
const SHAPE =
  "press inline-flex min-w-fit max-w-full items-center justify-center gap-2 rounded-md px-4 font-medium no-underline transition " +
  "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:opacity-50"
const STACKED = "max-sm:min-h-15 max-sm:flex-col max-sm:gap-0.5 max-sm:px-1 max-sm:text-xs max-sm:leading-tight"

interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "class"> {
  kind?: Kind
  wide?: boolean
  /** On a phone its sign stands above its word, and it is as narrow as the word. */
  stacked?: boolean
  /** What was asked for is on its way. Pressed again it does nothing; it keeps the focus, which one that is disabled loses. */
  busy?: boolean
  children: ComponentChildren
}

/** Does something. What goes somewhere is a `LinkButton`. */
export function Button({
  kind = "plain",
  wide,
  stacked,
  busy,
  type = "button",
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`${SHAPE} ${LOOK[kind]} ${wide ? "w-full" : ""} ${stacked ? STACKED : ""}`}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {children}
    </button>
  )
}

interface LinkButtonProps {
  to: string
  kind?: Kind
  wide?: boolean
  children: ComponentChildren
}

export function LinkButton({ to, kind = "plain", wide, children }: LinkButtonProps) {
  return (
    <Link href={to} class={`${SHAPE} ${LOOK[kind]} ${wide ? "w-full" : ""}`}>
      {children}
    </Link>
  )
}
