export const THEMES = ["auto", "dark", "light"] as const
export type Theme = (typeof THEMES)[number]

const KEPT = "jiga.theme"

export function chosen(): Theme {
  const kept = localStorage.getItem(KEPT)
  return THEMES.find((theme) => theme === kept) ?? "auto"
}

/** Keeps the choice on this device, and shows it. */
export function choose(theme: Theme): void {
  localStorage.setItem(KEPT, theme)
  apply(theme)
}

export function apply(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
