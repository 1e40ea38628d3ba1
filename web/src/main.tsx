import "./styles.css"
import { render } from "preact"
import { App } from "./app/App"
import { installWorker } from "./app/install"
import { apply as applyLocale, preferred } from "./app/locale"
import { fetchPage, rowOf } from "./app/PageView"
import { plant } from "./app/queries"
import { speakIn } from "./app/text"
import { apply as applyTheme, chosen } from "./app/theme"

const root = document.getElementById("app")
if (!root) throw new Error("index.html has no #app")
const locale = preferred()
applyTheme(chosen())
applyLocale(locale)
plant()
// The first thing drawn is the page: a sign that it is on its way would take away what the store has drawn.
const row = rowOf(location.pathname)
if (row) await Promise.all([speakIn(locale, row.feature), fetchPage(row)])
else await speakIn(locale)
// What the store drew for the first paint makes way.
root.replaceChildren()
render(<App first={locale} />, root)
void installWorker()
