import { type I18n, setupI18n } from "@lingui/core"
import { type ComponentChildren, createContext, Fragment } from "preact"
import { useContext } from "preact/hooks"
import type { Locale } from "./locale"
import { catalog, type MessageId } from "./messages"

export type Values = Record<string, string | number | Date>
/** Says a message in the reader's language. */
export type Say = (id: MessageId, values?: Values) => string

const i18n: I18n = setupI18n()
const loaded = new Set<string>(["app"])

/** Loads what a feature says, in the language of now. */
export async function speak(feature: string): Promise<void> {
  loaded.add(feature)
  i18n.load(i18n.locale, await catalog(feature, i18n.locale))
}

/** Changes the language of all that was loaded, and of all to come; loads what more features say with it. */
export async function speakIn(locale: Locale, ...more: string[]): Promise<void> {
  for (const feature of more) loaded.add(feature)
  const catalogs = await Promise.all([...loaded].map((feature) => catalog(feature, locale)))
  i18n.load(locale, Object.assign({}, ...catalogs))
  i18n.activate(locale)
}

export const Language = createContext<Locale>("en")

/** Changes the language of the whole app. */
export const ChooseLanguage = createContext<(locale: Locale) => Promise<void>>((locale) => speakIn(locale))

export function useLocale(): Locale {
  return useContext(Language)
}

export function useSay(): Say {
  useContext(Language)
  return say
}

/** Tells whether there is a message for what the store has a word for, such as a problem's code: a newer store has more. */
export function useKnows(): (id: string) => id is MessageId {
  useContext(Language)
  return knows
}

/** As `useKnows`, where nothing is drawn. */
export function knows(id: string): id is MessageId {
  return id in i18n.messages
}

/**
 * Says a word of the store's own, such as an agent's type, in the reader's language. What a newer store has and this page does not know
 * stays as it is.
 */
export function useWord(): (of: string, code: string) => string {
  useContext(Language)
  return word
}

/** As `useWord`, where nothing is drawn. */
export function word(of: string, code: string): string {
  const id = `${of}.${code}`
  return knows(id) ? say(id) : code
}

/** Stands for a backslash in what people wrote while Lingui puts it into a message: it would make a sign of `\u202e`. No text has it. */
const BACKSLASH = "\uffff"

const say: Say = (id, values) => {
  const kept = Object.entries(values ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("\\", BACKSLASH) : value,
  ])
  return i18n._(id, Object.fromEntries(kept)).replaceAll(BACKSLASH, "\\")
}

/** What the store has a code for, if another language than its own is read and there is a message for it; see also `useKnows`. */
export function translated(id: string, values?: Values): string | undefined {
  return i18n.locale !== "en" && knows(id) ? say(id, values) : undefined
}

interface TextProps {
  id: MessageId
  values?: Values
  /** What stands between `<name>` and `</name>` in the message. */
  parts?: Record<string, (inner: string) => ComponentChildren>
}

/** A message with parts that are more than text, such as a link. */
export function Text({ id, values, parts = {} }: TextProps) {
  const text = useSay()(id, values)
  return (
    <>
      {text.split(/(<\w+>.*?<\/\w+>)/).map((piece, index) => {
        const [, name, inner] = /^<(\w+)>(.*)<\/\w+>$/.exec(piece) ?? []
        const part = name === undefined ? undefined : parts[name]
        return <Fragment key={index}>{part ? part(inner ?? "") : piece}</Fragment>
      })}
    </>
  )
}
