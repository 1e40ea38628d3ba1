import type { CompiledMessage } from "@lingui/message-utils/compileMessage"
import type account from "../features/account/messages/en.json"
import type cockpit from "../features/cockpit/messages/en.json"
import type compare from "../features/compare/messages/en.json"
import type console from "../features/console/messages/en.json"
import type developers from "../features/developers/messages/en.json"
import type favourites from "../features/favourites/messages/en.json"
import type hire from "../features/hire/messages/en.json"
import type home from "../features/home/messages/en.json"
import type letters from "../features/letters/messages/en.json"
import type listing from "../features/listing/messages/en.json"
import type notifications from "../features/notifications/messages/en.json"
import type receipt from "../features/receipt/messages/en.json"
import type search from "../features/search/messages/en.json"
import type sessions from "../features/sessions/messages/en.json"
import type signIn from "../features/sign-in/messages/en.json"
import type studio from "../features/studio/messages/en.json"
import type wallet from "../features/wallet/messages/en.json"
import type app from "./messages/en.json"

/** All that the app can say. A feature that says more is added here, and is lazily loaded all the same. */
export type MessageId =
  | keyof typeof app
  | keyof typeof cockpit
  | keyof typeof hire
  | keyof typeof favourites
  | keyof typeof console
  | keyof typeof developers
  | keyof typeof home
  | keyof typeof letters
  | keyof typeof listing
  | keyof typeof receipt
  | keyof typeof account
  | keyof typeof compare
  | keyof typeof notifications
  | keyof typeof search
  | keyof typeof sessions
  | keyof typeof signIn
  | keyof typeof studio
  | keyof typeof wallet

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
