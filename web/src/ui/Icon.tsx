/** Strokes on a grid of 24. */
const PATHS = {
  home: "M4 11 12 4l8 7v9h-5v-6H9v6H4Z",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
  heart: "M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11Z",
  talk: "M4 5h16v11H10l-5 4v-4H4Z",
  wallet: "M3 7h15v12H3ZM3 7l11-3v3M14 12h4v3h-4Z",
  bell: "M6 17h12l-2-3v-4a4 4 0 0 0-8 0v4ZM10 20h4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21q0-6 8-6t8 6",
  close: "M6 6l12 12M18 6 6 18",
  filter: "M4 6h16M7 12h10M10 18h4",
  star: "M12 4l2.4 5 5.6.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.6-.8Z",
  play: "M8 5v14l11-7Z",
  pause: "M8 5v14M16 5v14",
  stop: "M6 6h12v12H6Z",
  menu: "M4 6h16M4 12h16M4 18h16",
  check: "M5 12l5 5 9-10",
  alert: "M12 4 22 20H2ZM12 10v4M12 17v.5",
  code: "M8 7l-5 5 5 5M16 7l5 5-5 5",
  gauge: "M4 18a8 8 0 1 1 16 0M12 18l4-6",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  key: "M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM11 13l8-8M16 8l3 3",
  back: "M15 5l-7 7 7 7",
} as const

export type IconName = keyof typeof PATHS

interface IconProps {
  name: IconName
  /** Filled instead of drawn by its edge. */
  solid?: boolean
}

export function Icon({ name, solid }: IconProps) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" class="shrink-0">
      <path
        d={PATHS[name]}
        fill={solid ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
