import { useLocale } from "../app/text"

/** A moment as the reader's language writes it. */
export function useMoment(): (instant: string) => string {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  return (instant) => format.format(new Date(instant))
}
