/** The languages that every message is there in. */
export const LOCALES = ["en", "es", "de", "ja", "ar"] as const
export type Locale = (typeof LOCALES)[number]

const KEPT = "jiga.locale"
const RIGHT_TO_LEFT: readonly string[] = ["ar"]

/** What was chosen here before, or else the first of the browser's languages that there is. */
export function preferred(): Locale {
  const wished = [localStorage.getItem(KEPT) ?? "", ...navigator.languages].map((tag) => tag.split("-")[0])
  return wished.find((tag): tag is Locale => LOCALES.some((locale) => locale === tag)) ?? "en"
}

export function keep(locale: Locale): void {
  localStorage.setItem(KEPT, locale)
}

/** Tells the page which language it is in, and where its lines begin. */
export function apply(locale: Locale): void {
  document.documentElement.lang = locale
  document.documentElement.dir = RIGHT_TO_LEFT.includes(locale) ? "rtl" : "ltr"
}
