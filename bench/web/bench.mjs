import { audited, FIGURES } from "./audits.mjs"
import { launch } from "./browser.mjs"
import { interactions } from "./interactions.mjs"
import { EMPTY, FOR_ALL, forPlayers, keepApp } from "./pages.mjs"
import { report } from "./report.mjs"
import { median } from "./statistics.mjs"

/** `./jiga bench web`: the app in the browser of a slow phone, each page beside an empty one of the same store and run. */
const [store, times = "5"] = process.argv.slice(2)
const rounds = Number(times)
if (!store || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`jiga: bench web takes how often each page is loaded, not '${times}'.`)
  process.exit(2)
}

const { browser, port, close } = await launch()
const loads = new Map()

/** Page after page in every round, so that what slows the machine for a while slows all of them. */
async function load(pages, who) {
  for (let round = 1; round <= rounds; round++) {
    for (const { name, path, isBack = false } of pages) {
      if (!loads.has(name)) loads.set(name, [])
      if (isBack) await keepApp(browser, store)
      loads.get(name).push(await audited(store + path, port, isBack))
    }
    console.error(`  ${who}: round ${round} of ${rounds}`)
  }
}

try {
  await load([EMPTY, ...FOR_ALL], "a visitor")
  await load([EMPTY, ...(await forPlayers(browser, store))], "a player")
  const pages = [...loads].map(([name, all]) => ({
    name,
    ...Object.fromEntries(FIGURES.map((figure) => [figure, median(all.map((one) => one[figure]))])),
    findings: [...new Set(all.flatMap(({ findings }) => findings))],
  }))
  report(rounds, pages, await interactions(browser, store))
} finally {
  await close()
}
