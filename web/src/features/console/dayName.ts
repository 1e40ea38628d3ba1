import { useLocale } from "../../app/text"

/** A day as the reader's language writes it; days of the store are UTC's. */
export function useDayName(): (day: string) => string {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}
