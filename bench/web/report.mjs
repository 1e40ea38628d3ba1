import { cpus } from "node:os"
import { SCORES } from "./audits.mjs"

const BUDGET = { score: 95, lcp: 1500, cls: 0.05, inp: 100 }
const KIB = 1024

/** Prints what was found. A figure stands beside how many times that of the empty page it is: absolute ones are this machine's. */
export function report(rounds, pages, { nothing, typing, hiring, painted, bare }) {
  const [empty, ...app] = pages
  const times = (value, base) => (base > 0 ? ` (${(value / base).toFixed(1)}x)` : "")
  const ms = (value, base) => `${Math.round(value)} ms${base === undefined ? "" : times(value, base)}`

  console.log(`# The web app\n\n${cpus().length} × ${cpus()[0]?.model ?? "processor"}\n`)
  console.log(`Lighthouse, a phone on a slow network; medians of ${rounds} loads. In brackets: times the empty page.\n`)
  row(["page", ...SCORES, "LCP", "CLS", "TBT", "scripts before the first paint"])
  row(Array(8).fill("---"))
  for (const page of pages) {
    row([
      page.name,
      ...SCORES.map((score) => Math.round(page[score])),
      page === empty ? ms(page.lcp) : ms(page.lcp, empty.lcp),
      page.cls.toFixed(3),
      ms(page.tbt),
      `${(page.script / KIB).toFixed(1)} KiB`,
    ])
  }
  console.log("\nThe slowest interaction, on a processor slowed 4 times, until it is painted; medians of 5.\n")
  row(["interaction", "INP"])
  row(["---", "---"])
  row(["a key in a field of the empty page", ms(nothing)])
  row(["a key in the search box", ms(typing, nothing)])
  row(["a listing's way to the hire", ms(hiring, nothing)])
  console.log(
    `\nFrom a key to the results of it on the screen: ${ms(painted)}; the request alone: ${ms(bare)}${times(painted, bare)}.\n`,
  )

  const missed = (value, name, is) => app.filter((page) => !is(value(page))).map((page) => `${page.name} ${name(page)}`)
  budget(
    `LCP of at most ${BUDGET.lcp} ms`,
    missed(
      (page) => page.lcp,
      (page) => ms(page.lcp),
      (lcp) => lcp <= BUDGET.lcp,
    ),
  )
  budget(
    `CLS below ${BUDGET.cls}`,
    missed(
      (page) => page.cls,
      (page) => page.cls.toFixed(3),
      (cls) => cls < BUDGET.cls,
    ),
  )
  budget(
    `INP of at most ${BUDGET.inp} ms`,
    [
      ["typing", typing],
      ["hiring", hiring],
    ]
      .filter(([, inp]) => inp > BUDGET.inp)
      .map(([name, inp]) => `${name} ${ms(inp)}`),
  )
  for (const score of SCORES) {
    budget(
      `${score} of at least ${BUDGET.score}`,
      missed(
        (page) => page[score],
        (page) => Math.round(page[score]),
        (is) => is >= BUDGET.score,
      ),
    )
  }
  const findings = app.flatMap((page) => page.findings.map((finding) => `${page.name}: ${finding}`))
  if (findings.length > 0)
    console.log(`\nWhat Lighthouse finds:\n${findings.map((finding) => `- ${finding}`).join("\n")}`)
}

function row(cells) {
  console.log(`| ${cells.join(" | ")} |`)
}

function budget(name, missed) {
  console.log(missed.length === 0 ? `met     ${name}` : `MISSED  ${name}: ${missed.join(", ")}`)
}
