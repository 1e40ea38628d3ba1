import { AuthenticationError, type Notification } from "@jiga/store"
import type { QueryKey } from "@tanstack/react-query"
import { useEffect, useState } from "preact/hooks"
import { queries } from "./queries"
import { store } from "./session"
import { speak } from "./text"

/** What happened, as the event stream tells it. */
export interface StoreEvent {
  id: string
  type: EventType
  at: string
  data: Record<string, unknown>
}

/** Each type, and which answers of the store it makes old. */
const TOUCHES = {
  notification: [["notifications"]],
  "agent.hired": [["sessions"]],
  "session.started": [["sessions"], ["session"]],
  "session.dof_update": [],
  "session.ended": [["sessions"], ["session"], ["wallet"], ["stats"], ["achievements"]],
  "transaction.initiated": [["transactions"]],
  "transaction.completed": [["transactions"], ["wallet"]],
  "transaction.failed": [["transactions"], ["wallet"]],
} satisfies Record<string, QueryKey[]>
export type EventType = keyof typeof TOUCHES

type Listener = (event: StoreEvent) => void
const TYPES = Object.keys(TOUCHES) as EventType[]
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

const listeners = new Set<Listener>()

/**
 * Hears what happens to whoever is signed in, as long as the page lives; what was asked of the store is asked anew by itself.
 *
 * @returns a function that ends it
 */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Opens the stream, and opens it again with a new ticket whenever it ends. A page in the background has none: a browser grants six
 * connections to a store, and a tab that nobody sees must not hold one.
 *
 * @returns a function that ends it
 */
export function stream(): () => void {
  let source: EventSource | undefined
  let timer = 0
  let wait = FIRST_WAIT
  let last: string | undefined
  let over = false
  let opening = false
  let opened = false

  const open = async () => {
    if (over || opening || source || document.hidden) return
    opening = true
    clearTimeout(timer)
    try {
      const { ticket, streamUrl } = await store().auth.ticket()
      if (!over && !document.hidden) listen(streamUrl, ticket)
    } catch (error) {
      if (!(error instanceof AuthenticationError)) later()
    } finally {
      opening = false
    }
  }
  const listen = (streamUrl: string, ticket: string) => {
    const query = new URLSearchParams({ ticket, ...(last && { lastEventId: last }) })
    // On the page's own origin, by whichever name it was opened.
    const heard = new EventSource(`${new URL(streamUrl).pathname}?${query}`)
    source = heard
    heard.onopen = () => {
      wait = FIRST_WAIT
      // What came before the first event has no id to go on from.
      if (opened && last === undefined) queries.invalidateQueries()
      opened = true
    }
    heard.onerror = () => {
      close()
      later()
    }
    heard.addEventListener("reset", ({ lastEventId }) => {
      // Nothing is missing yet when one has just begun to listen.
      if (last !== undefined) queries.invalidateQueries()
      last = lastEventId
    })
    for (const type of TYPES)
      heard.addEventListener(type, ({ data, lastEventId }) => {
        last = lastEventId
        for (const queryKey of TOUCHES[type]) queries.invalidateQueries({ queryKey })
        const event: StoreEvent = { ...JSON.parse(data), type }
        for (const listener of listeners) listener(event)
      })
  }
  const close = () => {
    source?.close()
    source = undefined
  }
  const later = () => {
    clearTimeout(timer)
    if (over || document.hidden) return
    timer = window.setTimeout(open, wait * (0.5 + Math.random() / 2))
    wait = Math.min(LONGEST_WAIT, wait * 2)
  }
  const look = () => {
    if (document.hidden) close()
    else open()
  }
  document.addEventListener("visibilitychange", look)
  addEventListener("online", open)
  open()
  return () => {
    over = true
    clearTimeout(timer)
    close()
    document.removeEventListener("visibilitychange", look)
    removeEventListener("online", open)
  }
}

/** The newest notification that came while one looked. */
export type News = Pick<Notification, "id" | "kind" | "title" | "text" | "params">

/** Keeps the stream open for whoever is signed in. */
export function useNews(signedIn: boolean): News | undefined {
  const [news, setNews] = useState<News>()
  useEffect(() => {
    if (!signedIn) return
    let over = false
    const end = stream()
    const quiet = onEvent(async ({ id, type, data }) => {
      if (type !== "notification" || typeof data.title !== "string") return
      // Other pages than that of notifications have not loaded what these say. Where that fails, the store's own words do.
      await speak("notifications").catch(() => undefined)
      if (!over) setNews({ ...(data as unknown as News), id })
    })
    return () => {
      over = true
      end()
      quiet()
      setNews(undefined)
    }
  }, [signedIn])
  return news
}
