import { useLocale } from "../app/text"

/** Up to ten minutes seconds are worth saying. */
const SECONDS_COUNT = 600

/** How long something takes, in its two largest units: "1 hr 6 min", "45 sec". */
export function useDuration(): (seconds: number) => string {
  const locale = useLocale()
  return (total) => {
    const seconds = Math.max(0, Math.floor(total))
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
    const parts: [number, string][] =
      hours > 0
        ? [
            [hours, "hour"],
            [minutes, "minute"],
          ]
        : seconds >= SECONDS_COUNT
          ? [[minutes, "minute"]]
          : [
              [minutes, "minute"],
              [seconds % 60, "second"],
            ]
    const said = parts.filter(([value], index) => value > 0 || (index === parts.length - 1 && seconds < 60))
    return new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(
      said.map(([value, unit]) =>
        new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value),
      ),
    )
  }
}
