import { useLocale } from "../app/text"

interface WhenProps {
  at: string
  /** With seconds: where one event is told from the next. */
  exact?: boolean
}

/** A moment, in the reader's language and time zone. */
export function When({ at, exact }: WhenProps) {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: exact ? "medium" : "short" })
  return (
    <time dateTime={at} title={at} class="figures">
      {format.format(new Date(at))}
    </time>
  )
}
