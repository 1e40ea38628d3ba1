import { AGENT, EMPTY } from "./pages.mjs"
import { median } from "./statistics.mjs"

const SLOWER = 4
/** Typed one after the other, each when what the one before brought is on the screen. */
const TYPED = "valorant"
const TIMES = 5

/** How long what a player who is signed in does takes until it shows, on a processor that is as much slower; the network is this machine's. */
export async function interactions(browser, store) {
  const page = await browser.newPage()
  await page.addInitScript(watch)
  const devtools = await browser.newCDPSession(page)
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER })

  const nothing = await slowest(page, async () => {
    await page.goto(store + EMPTY.path)
    await page.getByLabel("Typed").pressSequentially(TYPED, { delay: 100 })
  })
  const waits = []
  const typing = await slowest(page, async () => {
    await page.goto(`${store}/search`)
    await page.locator("main li a").first().waitFor()
    await page.getByRole("searchbox").focus()
    for (const key of TYPED) waits.push(await typed(page, key))
  })
  const asked = []
  for (let i = 0; i < waits.length; i++) asked.push(await page.evaluate(bareRequest))
  const hiring = await slowest(page, async () => {
    await page.goto(`${store}/agents/${AGENT}`)
    await page.getByRole("link", { name: /^Hire/ }).click()
    await page.getByRole("slider").waitFor()
  })
  await page.close()
  return { nothing, typing, hiring, painted: median(waits), bare: median(asked) }
}

/** The median over some times of the slowest interaction of each. */
async function slowest(page, does) {
  const all = []
  for (let i = 0; i < TIMES; i++) {
    await does()
    // Entries come after the paint that they tell of.
    await page.waitForTimeout(500)
    all.push(await page.evaluate(() => Math.max(0, ...globalThis.durations)))
  }
  return median(all)
}

/** From the key to the paint of what was found for it. */
async function typed(page, key) {
  await page.evaluate(() => {
    globalThis.found = new Promise((resolve) => {
      addEventListener("keydown", ({ timeStamp }) => globalThis.painted().then((at) => resolve(at - timeStamp)), {
        once: true,
        capture: true,
      })
    })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => globalThis.found)
}

/** The same answer, asked for again without an app around it. */
async function bareRequest() {
  const url = performance.getEntriesByType("resource").findLast(({ name }) => name.includes("/marketplace/search")).name
  const began = performance.now()
  await (await fetch(url, { cache: "reload" })).json()
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - began
}

/** In each page: keeps how long interactions take until they are painted, and knows when the list of results is. */
function watch() {
  globalThis.durations = []
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) globalThis.durations.push(duration)
  }).observe({ type: "event", durationThreshold: 16, buffered: true })
  const settled = () =>
    document.querySelector("main h1")?.textContent.includes(document.querySelector("[type=search]").value.trim()) &&
    !document.querySelector("main ul[aria-busy=true]")
  globalThis.painted = () =>
    new Promise((resolve) => {
      const look = () => (settled() ? setTimeout(() => resolve(performance.now())) : requestAnimationFrame(look))
      requestAnimationFrame(look)
    })
}
