import { useContext } from "preact/hooks"
import { LOCALES, type Locale } from "../app/locale"
import { ChooseLanguage, useLocale, useSay } from "../app/text"
import { choose, THEMES, type Theme, useTheme } from "../app/theme"
import { Field, Select } from "../ui/Field"

/** The languages there are, each named in itself: whoever landed in a wrong one finds the own one. */
export function LanguageSelect() {
  const say = useSay()
  const locale = useLocale()
  const choose = useContext(ChooseLanguage)
  return (
    <Field label={say("nav.language")}>
      {(of) => (
        <Select {...of} value={locale} onChange={({ currentTarget: { value } }) => choose(value as Locale)}>
          {LOCALES.map((known) => (
            <option key={known} value={known} lang={known}>
              {nameOf(known)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** A language, named in itself. */
export function nameOf(locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(locale) ?? locale
}

/** Dark, light, or as the device has it; kept on this device. */
export function ThemeSelect() {
  const say = useSay()
  const theme = useTheme()
  return (
    <Field label={say("nav.theme")}>
      {(of) => (
        <Select {...of} value={theme} onChange={({ currentTarget: { value } }) => choose(value as Theme)}>
          {THEMES.map((known) => (
            <option key={known} value={known}>
              {say(`theme.${known}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
