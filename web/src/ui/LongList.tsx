import type { ComponentChildren } from "preact"

interface LongListProps<T> {
  items: readonly T[]
  keyOf: (item: T, index: number) => string
  row: (item: T) => ComponentChildren
  /** How rows stand below each other, such as `gap-3`; of all groups and inside of them. */
  gap?: string
  /** About how high a row is. */
  height: keyof typeof HEIGHTS
}

/** Rows that come and go together: each by itself costs more at every frame than it saves. */
const GROUP = 25
/** Of a group that was never in sight. */
const HEIGHTS = {
  low: "[contain-intrinsic-block-size:auto_2700px]",
  middle: "[contain-intrinsic-block-size:auto_5000px]",
  high: "[contain-intrinsic-block-size:auto_11000px]",
}

/**
 * A list that may have thousands of rows: what is far out of sight is not laid out and not drawn, and is found on the page and by the
 * keyboard all the same. A `list` by its role, since a group may stand between a list and its items, but not in an `ul`.
 */
export function LongList<T>({ items, keyOf, row, gap = "", height }: LongListProps<T>) {
  const groups = Array.from({ length: Math.ceil(items.length / GROUP) }, (_, at) =>
    items.slice(at * GROUP, (at + 1) * GROUP),
  )
  return (
    <div role="list" class={`grid grid-cols-1 ${gap}`}>
      {groups.map((group, at) => (
        <div
          key={at}
          role="none"
          class={`grid grid-cols-1 ${gap} ${groups.length > 1 ? `[content-visibility:auto] ${HEIGHTS[height]}` : ""}`}
        >
          {group.map((item, index) => (
            <div key={keyOf(item, at * GROUP + index)} role="listitem" class="min-w-0">
              {row(item)}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
