import type { CompiledMessage } from "@lingui/message-utils/compileMessage"
import type console from "../features/console/messages/en.json"
import type developers from "../features/developers/messages/en.json"
import type home from "../features/home/messages/en.json"
import type listing from "../features/listing/messages/en.json"
import type search from "../features/search/messages/en.json"
import type signIn from "../features/sign-in/messages/en.json"
import type app from "./messages/en.json"

/** All that the app can say. A feature that says more is added here, and is lazily loaded all the same. */
export type MessageId =
  | keyof typeof app
  | keyof typeof console
  | keyof typeof developers
  | keyof typeof home
  | keyof typeof listing
  | keyof typeof search
  | keyof typeof signIn

type Catalog = Record<string, CompiledMessage>

const files = import.meta.glob<Catalog>(["./messages/*.json", "../features/*/messages/*.json"], {
  query: "?icu",
  import: "default",
})

/** @param feature its folder's name, or `app` for what every page says */
export function catalog(feature: string, locale: string): Promise<Catalog> {
  const file = feature === "app" ? `./messages/${locale}.json` : `../features/${feature}/messages/${locale}.json`
  const load = files[file]
  if (!load) throw new Error(`${file} is missing`)
  return load()
}
