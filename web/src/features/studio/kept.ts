import { useState } from "preact/hooks"

interface Kept<T> {
  value: T
  change: (changes: Partial<T>) => void
  /** It was taken: a reload begins with what the store says. */
  forget: () => void
  /** Back to what it began with. */
  discard: () => void
}

/** A state that a reload of the page does not lose; it is gone with the tab, or when it is forgotten. */
export function useKept<T extends object>(key: string, initial: T): Kept<T> {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...read<T>(key) }))
  const forget = () => sessionStorage.removeItem(key)
  return {
    value,
    change: (changes) =>
      setValue((before) => {
        const after = { ...before, ...changes }
        sessionStorage.setItem(key, JSON.stringify(after))
        return after
      }),
    forget,
    discard: () => {
      forget()
      setValue(initial)
    },
  }
}

function read<T>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}")
  } catch {
    return {}
  }
}
