import { useEffect } from "preact/hooks"

/** A browser may show a page as it was left, with a button that still waits: `then` is done when it does. */
export function useShownAgain(then: () => void): void {
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => persisted && then()
    addEventListener("pageshow", shown)
    return () => removeEventListener("pageshow", shown)
  }, [then])
}
