import { useLocale, useSay } from "../../app/text"
import { Button } from "../../ui/Button"
import { Field, Input, Select } from "../../ui/Field"
import { Icon } from "../../ui/Icon"
import { Choice, Choices } from "./Choice"
import { DAYS, type Day, type ListingDraft, MOST, type Span } from "./listing"

interface HoursEditorProps {
  draft: ListingDraft
  error: string | undefined
  change: (changes: Partial<ListingDraft>) => void
}

const EVENING: Span = { days: [...DAYS], from: "18:00", to: "23:00" }

/** When it can be hired: always, or at hours that come back each week, read on the clock of a place. */
export function HoursEditor({ draft, error, change }: HoursEditorProps) {
  const say = useSay()
  const { hours } = draft
  const replace = (index: number, changes: Partial<Span>) =>
    change({ hours: hours.map((span, at) => (at === index ? { ...span, ...changes } : span)) })
  return (
    <div class="grid gap-4">
      <Choices legend={say("studio.when")} error={error} dense>
        <Choice
          kind="radio"
          name="schedule"
          label={say("studio.always")}
          checked={draft.always}
          choose={() => change({ always: true })}
        />
        <Choice
          kind="radio"
          name="schedule"
          label={say("studio.scheduled")}
          checked={!draft.always}
          choose={() => change({ always: false, hours: hours.length > 0 ? hours : [EVENING] })}
        />
      </Choices>
      {!draft.always && (
        <>
          <ul class="grid gap-3">
            {hours.map((span, index) => (
              <li key={index}>
                <Hours
                  span={span}
                  number={index + 1}
                  change={(changes) => replace(index, changes)}
                  remove={() => change({ hours: hours.filter((_, at) => at !== index) })}
                />
              </li>
            ))}
          </ul>
          <div>
            <Button disabled={hours.length >= MOST.hours} onClick={() => change({ hours: [...hours, EVENING] })}>
              {say("studio.addHours")}
            </Button>
          </div>
          <TimeZone timezone={draft.timezone} choose={(timezone) => change({ timezone })} />
        </>
      )}
    </div>
  )
}

interface HoursProps {
  span: Span
  number: number
  change: (changes: Partial<Span>) => void
  remove: () => void
}

function Hours({ span, number, change, remove }: HoursProps) {
  const say = useSay()
  const dayName = useDayName()
  const toggle = (day: Day) =>
    change({ days: DAYS.filter((one) => (one === day ? !span.days.includes(day) : span.days.includes(one))) })
  return (
    <fieldset class="grid gap-3 rounded-md border border-line p-3">
      <legend class="px-1 text-sm">{say("studio.hoursNumber", { number })}</legend>
      <div class="flex flex-wrap gap-1">
        {DAYS.map((day) => (
          <label
            key={day}
            class={`press relative grid cursor-pointer place-items-center rounded-md border px-1 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent ${span.days.includes(day) ? "border-accent bg-accent text-on-accent" : "border-line"}`}
          >
            <input
              type="checkbox"
              checked={span.days.includes(day)}
              onChange={() => toggle(day)}
              aria-label={dayName(day, "long")}
              class="absolute inset-0 cursor-pointer opacity-0"
            />
            <span aria-hidden="true">{dayName(day, "short")}</span>
          </label>
        ))}
      </div>
      <div class="grid grid-cols-2 gap-3">
        <Field label={say("studio.from")}>
          {(of) => (
            <Input
              {...of}
              type="time"
              required
              value={span.from}
              onInput={({ currentTarget: { value } }) => value && change({ from: value })}
            />
          )}
        </Field>
        <Field label={say("studio.to")}>
          {(of) => (
            <Input
              {...of}
              type="time"
              required
              value={span.to}
              onInput={({ currentTarget: { value } }) => value && change({ to: value })}
            />
          )}
        </Field>
      </div>
      <div class="flex flex-wrap items-center justify-between gap-x-4">
        <p class="text-sm text-soft">{span.to <= span.from && say("studio.nextDay")}</p>
        <button
          type="button"
          class="press inline-flex items-center text-sm text-soft hover:text-ink"
          aria-label={say("studio.removeHours", { number })}
          onClick={remove}
        >
          <Icon name="close" />
          {say("studio.removeThese")}
        </button>
      </div>
    </fieldset>
  )
}

function TimeZone({ timezone, choose }: { timezone: string; choose: (timezone: string) => void }) {
  const say = useSay()
  const locale = useLocale()
  const known = Intl.supportedValuesOf("timeZone")
  const zones = known.includes(timezone) ? known : [timezone, ...known]
  const now = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: timezone }).format(new Date())
  return (
    <Field label={say("studio.timezone")} hint={say("studio.timezoneHint", { now })}>
      {(of) => (
        <Select {...of} name="timezone" value={timezone} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function useDayName(): (day: Day, length: "short" | "long") => string {
  const locale = useLocale()
  // The first of January 2024 was a Monday.
  return (day, length) =>
    new Intl.DateTimeFormat(locale, { weekday: length, timeZone: "UTC" }).format(
      new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day))),
    )
}
