import type { Preferences } from "@jiga/store"
import { LOCALES, type Locale } from "./locale"
import { store } from "./session"
import { choose as chooseTheme, THEMES, type Theme } from "./theme"

/** The language and the theme that somebody has chosen for the account come along when they sign in on a device. */
export async function adopt(chooseLanguage: (locale: Locale) => Promise<void>): Promise<void> {
  try {
    const preferences = await store().profile.preferences()
    // Nothing was ever chosen.
    if (preferences.version === 0) return
    chooseTheme(themeOf(preferences))
    const language = languageOf(preferences)
    if (language) await chooseLanguage(language)
  } catch {
    // The device stays as it looks: nobody asked for anything.
  }
}

/** The account's language, where the app speaks it. */
export function languageOf({ language }: Preferences): Locale | undefined {
  return LOCALES.find((locale) => locale === language.split("-")[0])
}

/** What the account calls `system` is `auto` here. */
export function themeOf({ theme }: Preferences): Theme {
  return THEMES.find((known) => known === theme) ?? "auto"
}
