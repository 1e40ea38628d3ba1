import { useSyncExternalStore } from "preact/compat"
import { useEffect, useMemo } from "preact/hooks"
import { store } from "../../app/session"
import { Line } from "./line"
import { forget, remember, remembered } from "./memory"

/** A line to the session for as long as the page is there. Leaving the page leaves the line, and keeps the session. */
export function useLine(sessionId: string): Line {
  const line = useMemo(
    () => new Line((signal) => store().sessions.connect(sessionId, { signal }), remembered(sessionId)),
    [sessionId],
  )
  useEffect(() => {
    const keep = () => {
      if (line.phase.is === "ended") forget(sessionId)
      else remember(sessionId, line.talk.entries)
    }
    void line.connect()
    document.addEventListener("visibilitychange", keep)
    addEventListener("pagehide", keep)
    return () => {
      document.removeEventListener("visibilitychange", keep)
      removeEventListener("pagehide", keep)
      keep()
      line.leave()
    }
  }, [line, sessionId])
  return line
}

/** One thing of a line, drawn anew only when that has changed. */
export function useOf<T>(line: Line, pick: (line: Line) => T): T {
  return useSyncExternalStore(line.subscribe, () => pick(line))
}

/** A second screen stays on while the agent listens. Where that is not granted, it does not. */
export function useWakeLock(awake: boolean): void {
  useEffect(() => {
    if (!awake || !("wakeLock" in navigator)) return
    let lock: WakeLockSentinel | undefined
    let left = false
    const ask = async () => {
      if (document.visibilityState !== "visible") return
      lock = await navigator.wakeLock.request("screen").catch(() => undefined)
      if (left) void lock?.release()
    }
    void ask()
    // It is lost whenever the page is out of sight.
    document.addEventListener("visibilitychange", ask)
    return () => {
      left = true
      document.removeEventListener("visibilitychange", ask)
      void lock?.release()
    }
  }, [awake])
}

/**
 * Keeps in `--keyboard` how much of the page an on-screen keyboard covers: where a browser lays the keyboard over the page (iOS), what is
 * stuck to the bottom would be below it.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const view = window.visualViewport
    const root = document.documentElement
    if (!view) return
    const look = () => {
      const covered = Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop))
      // Zoomed in by fingers, the page is covered by nothing.
      root.style.setProperty("--keyboard", `${view.scale > 1 ? 0 : covered}px`)
    }
    look()
    view.addEventListener("resize", look)
    view.addEventListener("scroll", look)
    return () => {
      view.removeEventListener("resize", look)
      view.removeEventListener("scroll", look)
      root.style.removeProperty("--keyboard")
    }
  }, [])
}
