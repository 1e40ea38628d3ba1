import type { Notification } from "@jiga/store"
import type { InfiniteData } from "@tanstack/react-query"
import { queries } from "../../app/queries"

interface NewsPage {
  items: readonly Notification[]
  nextCursor?: string | null
}

/** Marks what was read in every list that shows it. It keeps its place, also where only unread ones are asked for. */
export function markedRead(read: Notification): void {
  queries.setQueriesData<InfiniteData<NewsPage>>({ queryKey: ["notifications", "list"] }, (list) =>
    list
      ? {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === read.id ? read : item)),
          })),
        }
      : list,
  )
  queries.invalidateQueries({ queryKey: ["notifications", "unread"] })
}
