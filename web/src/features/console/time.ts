/** An instant as a field for a moment takes it, in the reader's time zone. */
export function toField(instant: string | null | undefined): string {
  if (!instant) return ""
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What such a field says, as an instant; nothing where it says nothing. */
export function fromField(local: unknown): string | undefined {
  const date = new Date(String(local ?? ""))
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** A day, UTC, so many days before another. */
export function daysBefore(days: number, day: string): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}
