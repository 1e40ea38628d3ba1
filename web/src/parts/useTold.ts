import type { Notification } from "@jiga/store"
import { useKnows, useLocale, useSay } from "../app/text"
import { useDof } from "../ui/Amount"
import { useDuration } from "../ui/duration"
import { type Sentence, told, type Value } from "./told"

/** What a notification consists of wherever it is shown: as an answer of the store, and as an event. */
export type Announced = Pick<Notification, "kind" | "title" | "text" | "params">

/** A notification in the reader's language: in English, and where we have no words for it, the store's own. */
export function useTold(): (notification: Announced) => { title: string; text: string } {
  const say = useSay()
  const knows = useKnows()
  const locale = useLocale()
  const dof = useDof()
  const duration = useDuration()
  return (notification) => {
    const { title, text } = notification
    const known = locale === "en" ? undefined : told(notification)
    // Outside of the page of notifications its messages may not have come.
    if (!known || !knows(known.title.id) || !knows(known.text.id)) return { title, text }
    return { title: sentence(known.title), text: sentence(known.text) }
  }

  function sentence({ id, values }: Sentence): string {
    return say(id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words(value)])))
  }

  function words(value: Value): string | number {
    if (typeof value !== "object") return value
    if ("dof" in value) return dof(value.dof)
    return "seconds" in value ? duration(value.seconds) : sentence(value)
  }
}
