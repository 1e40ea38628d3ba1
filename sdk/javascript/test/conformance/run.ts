// Acts out the scenarios of sdk/conformance against the store at JIGA_URL, and prints one table: npm run conformance [-- NAME...]
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { parse } from "yaml"
import { type Person, somebody } from "../support/people.js"
import { Proxy } from "./proxy.js"
import { Performance, type Scenario } from "./scenario.js"

const url = process.env.JIGA_URL
const folder = process.env.JIGA_CONFORMANCE ?? fileURLToPath(new URL("../../../conformance/", import.meta.url))
if (!url || !existsSync(`${folder}/proxy.py`)) {
  console.error(url ? `There is no proxy in ${folder}.` : "Say where the store is: JIGA_URL=http://localhost:3000")
  process.exit(69)
}

const wanted = process.argv.slice(2)
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .flatMap((name) => (parse(readFileSync(`${folder}/${name}`, "utf8")) as { scenarios: Scenario[] }).scenarios)
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const width = Math.max(8, ...scenarios.map(({ name }) => name.length))
let second: Promise<Person> | undefined
const other = () => (second ??= somebody(url, 0))

console.log(`${"scenario".padEnd(width)} | result\n${"-".repeat(width)}-|-------`)
// Three at a time, each with a proxy of its own: most of their time they wait.
const results = new Map<string, string | undefined>()
const left = [...scenarios]
await Promise.all(
  Array.from({ length: Math.min(3, left.length) }, async () => {
    const proxy = await Proxy.start(`${folder}/proxy.py`, url)
    try {
      for (let next = left.shift(); next; next = left.shift()) {
        results.set(next.name, await Performance.of(next, proxy, url, other).catch((error: unknown) => String(error)))
      }
    } finally {
      await proxy.stop()
    }
  }),
)
for (const { name } of scenarios) {
  const failure = results.get(name)
  console.log(`${name.padEnd(width)} | ${failure === undefined ? "passed" : `failed: ${failure}`}`)
}
const failed = [...results.values()].filter((failure) => failure !== undefined).length
console.log(`${scenarios.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
