import { useState } from "preact/hooks"

/** A state that a reload of the page does not lose; it is gone with the tab, or when it is forgotten. */
export function useKept<T extends object>(key: string, initial: T): [T, (changes: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...read<T>(key) }))
  const change = (changes: Partial<T>) =>
    setValue((before) => {
      const after = { ...before, ...changes }
      sessionStorage.setItem(key, JSON.stringify(after))
      return after
    })
  return [value, change, () => sessionStorage.removeItem(key)]
}

function read<T>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}")
  } catch {
    return {}
  }
}
