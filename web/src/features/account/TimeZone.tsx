import { useSay } from "../../app/text"
import { Field, Select } from "../../ui/Field"

interface TimeZoneProps {
  value: string
  choose: (zone: string) => void
  error: string | undefined
}

/** One of the browser's time zones, by region; the browser's own stands first. */
export function TimeZone({ value, choose, error }: TimeZoneProps) {
  const say = useSay()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = Intl.supportedValuesOf("timeZone")
  const first = [...new Set([value, own])].filter(Boolean)
  return (
    <Field label={say("profile.timezone")} error={error}>
      {(of) => (
        <Select {...of} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value="">{say("profile.timezoneNone")}</option>
          {first.map((zone) => (
            <option key={zone} value={zone}>
              {readable(zone)}
            </option>
          ))}
          {[...byRegion(zones.filter((zone) => !first.includes(zone)))].map(([region, places]) => (
            <optgroup key={region} label={region || say("profile.timezoneOther")}>
              {places.map((zone) => (
                <option key={zone} value={zone}>
                  {readable(zone)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  )
}

function byRegion(zones: string[]): Map<string, string[]> {
  const regions = new Map<string, string[]>()
  for (const zone of zones) {
    const region = zone.includes("/") ? (zone.split("/")[0] ?? "") : ""
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return regions
}

function readable(zone: string): string {
  return zone.replaceAll("_", " ").replaceAll("/", " / ")
}
