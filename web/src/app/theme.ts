import { useEffect, useState } from "preact/hooks"

export const THEMES = ["auto", "dark", "light"] as const
export type Theme = (typeof THEMES)[number]

const KEPT = "jiga.theme"
const listeners = new Set<() => void>()

export function chosen(): Theme {
  const kept = localStorage.getItem(KEPT)
  return THEMES.find((theme) => theme === kept) ?? "auto"
}

/** Keeps the choice on this device, and shows it. */
export function choose(theme: Theme): void {
  localStorage.setItem(KEPT, theme)
  apply(theme)
  for (const listener of listeners) listener()
}

/** The choice of now, wherever it is made. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(chosen)
  useEffect(() => {
    const look = () => setTheme(chosen())
    listeners.add(look)
    return () => {
      listeners.delete(look)
    }
  }, [])
  return theme
}

export function apply(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
