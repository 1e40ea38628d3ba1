import "./styles.css"
import { render } from "preact"
import { App } from "./app/App"
import { installWorker } from "./app/install"
import { apply as applyLocale, preferred } from "./app/locale"
import { plant } from "./app/queries"
import { speakIn } from "./app/text"
import { apply as applyTheme, chosen } from "./app/theme"

const root = document.getElementById("app")
if (!root) throw new Error("index.html has no #app")
const locale = preferred()
applyTheme(chosen())
applyLocale(locale)
plant()
await speakIn(locale)
// What the store drew for the first paint makes way.
root.replaceChildren()
render(<App first={locale} />, root)
void installWorker()
