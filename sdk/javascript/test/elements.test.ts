import assert from "node:assert/strict"
import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { after, describe, it } from "node:test"
import type { Page } from "playwright-core"
import type * as Elements from "../src/elements/index.js"
import type { LiveSession } from "../src/index.js"
import { browser, page } from "./support/browser.js"
import { PretendStore, problem } from "./support/pretend-store.js"

const SCRIPT = `
  import { JigaStore } from "/dist/index.js"
  import { defineElements } from "/dist/elements/index.js"
  defineElements()
  defineElements()
  const store = new JigaStore({ baseUrl: location.origin, accessToken: "t" })
  const session = await store.marketplace.hire("nova", { dofAllocation: 20_000 })
  window.live = await session.connect()
  for (const element of document.querySelectorAll("jiga-talk, jiga-meter")) element.session = window.live
  document.body.dataset.ready = ""
`
const TALK = '<jiga-talk><span slot="title">Nova</span></jiga-talk>'

declare const window: { live: LiveSession } & typeof globalThis

const found = await browser()
const skip = typeof found === "string" ? found : false
if (typeof found === "string" && process.env.CI) throw new Error(found)
const pictures = process.env.JIGA_PICTURES && fileURLToPath(new URL("../.work/pictures/", import.meta.url))
if (pictures) mkdirSync(pictures, { recursive: true })

async function opened(
  store: PretendStore,
  body: string,
  look: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Page> {
  page(store, body, SCRIPT)
  const { width = 900, height = 640, dark = false } = look
  if (typeof found === "string") throw new Error(found)
  const tab = await found.newPage({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" })
  tab.on("pageerror", (error) => assert.fail(error))
  tab.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("503")) console.error(message.text())
  })
  await tab.goto(store.url)
  await tab.waitForSelector("body[data-ready]")
  return tab
}

async function picture(tab: Page, name: string): Promise<void> {
  if (pictures) await tab.screenshot({ path: `${pictures}${name}.png` })
}

after(async () => {
  if (typeof found !== "string") await found.close()
})

describe("<jiga-talk> in a real browser", { skip, concurrency: 2 }, () => {
  it("is talked in by keyboard alone, and shows what is said and what it cost", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK)
    await tab.keyboard.press("Tab")
    await tab.keyboard.press("Tab")
    assert.equal(await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName), "TEXTAREA")
    await tab.keyboard.type("They push B")
    await tab.keyboard.press("Shift+Enter")
    await tab.keyboard.type("what now?")
    await tab.keyboard.press("Enter")
    await tab.getByText("You said: They push B").first().waitFor()
    assert.deepEqual(await tab.locator("jiga-talk li").allInnerTexts(), [
      "You:\nThey push B\nwhat now?",
      "Agent:\nYou said: They push B\nwhat now?\n100 DOF",
    ])
    assert.equal(await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName), "TEXTAREA")
    assert.equal(await tab.getByRole("textbox").inputValue(), "")
    await picture(tab, "talk-desktop-light")
  })

  it("is one announcement for each answer to those who do not see it", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK)
    await tab.getByRole("textbox", { name: "Message to the agent" }).fill("hello")
    await tab.getByRole("button", { name: "Send" }).click()
    await tab.getByText("Agent: You said: hello", { exact: true }).waitFor({ state: "attached" })
    assert.equal(await tab.getByRole("log", { name: "Conversation with the agent" }).getAttribute("aria-live"), "off")
    const meter = tab.getByRole("meter", { name: "Cost of this session" })
    assert.equal(await meter.getAttribute("aria-valuenow"), "100")
    assert.match((await meter.getAttribute("aria-valuetext")) ?? "", /^100 DOF used, 19,900 left, about 2 hr 29 min$/)
  })

  it("says that the line is broken, keeps what is said, and says that it is back", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK, { width: 390, height: 700, dark: true })
    await tab.getByRole("textbox").fill("before")
    await tab.keyboard.press("Enter")
    await tab.getByText("You said: before").first().waitFor()
    store.on("POST /sessions/s1/connection", problem(503, "UNAVAILABLE"), 2)
    store.session.cut()
    await tab.getByText("The line is broken.").waitFor()
    await tab.getByRole("textbox").fill("meanwhile")
    await tab.keyboard.press("Enter")
    await picture(tab, "talk-phone-dark-reconnecting")
    await tab.getByText("You said: meanwhile").first().waitFor()
    assert.equal(await tab.getByText("The line is broken.").isVisible(), false)
    assert.equal(store.session.consumed, 200)
    await picture(tab, "talk-phone-dark")
  })

  it("can be resumed from, when the clock stands", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK)
    await tab.evaluate(() => window.live.pause())
    const resume = tab.getByRole("button", { name: "Resume" })
    await resume.waitFor()
    await picture(tab, "talk-desktop-paused")
    await resume.click()
    await tab.waitForFunction(() => window.live.state === "live")
    assert.equal(await resume.isVisible(), false)
  })

  it("shows what was not answered, and says it again", async () => {
    await using store = await PretendStore.start()
    let failures = 1
    store.session.intercept = ({ type, seq }) => {
      if (type !== "text_input" || seq === undefined || failures-- < 1) return false
      store.session.refuse(seq, "MODEL_FAILED")
      return true
    }
    await using tab = await opened(store, TALK, { width: 390, height: 700 })
    await tab.getByRole("textbox").fill("hello")
    await tab.keyboard.press("Enter")
    const again = tab.getByRole("button", { name: "Say it again" })
    await again.waitFor()
    await picture(tab, "talk-phone-light-failed")
    await again.click()
    await tab.getByText("You said: hello").first().waitFor()
  })

  it("ends with the bill, and tells the page", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK, { dark: true })
    await tab.getByRole("textbox").fill("bye")
    await tab.keyboard.press("Enter")
    await tab.getByText("You said: bye").first().waitFor()
    const bill = await tab.evaluate(async () => {
      const told = new Promise((resolve) =>
        document.addEventListener("jiga-ended", (event) => resolve((event as CustomEvent).detail)),
      )
      await window.live.end()
      return told
    })
    assert.deepEqual(bill, { sessionId: "s1", reason: "ended_by_player", consumed: 100, released: 19_900 })
    assert.equal(await tab.getByText("19,900 DOF returned.").isVisible(), true)
    assert.equal(await tab.getByRole("textbox").isVisible(), false)
    await picture(tab, "talk-desktop-dark-ended")
  })

  it("reaches every control with a finger", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK, { width: 320, height: 568 })
    for (const control of [tab.getByRole("textbox"), tab.getByRole("button", { name: "Send" })]) {
      const box = await control.boundingBox()
      assert.ok(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box))
    }
    await picture(tab, "talk-smallest")
  })

  it("says it in other words, and shows no markup of an agent's", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK)
    await tab.evaluate(() => {
      const talk = document.querySelector("jiga-talk") as unknown as Elements.JigaTalk
      talk.labels = { send: "Senden", agent: "Nova" }
    })
    await tab.getByRole("textbox").fill("<img src=x onerror=alert(1)>")
    await tab.getByRole("button", { name: "Senden" }).click()
    await tab.getByText("Nova: You said: <img").first().waitFor({ state: "attached" })
    assert.equal(await tab.locator("jiga-talk img").count(), 0)
  })

  it("listens to nobody any more when it is taken off the page, and comes back", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, TALK)
    await tab.evaluate(() => {
      const talk = document.querySelector("jiga-talk") as unknown as HTMLElement
      talk.remove()
      document.body.append(talk)
    })
    await tab.getByRole("textbox").fill("hello")
    await tab.keyboard.press("Enter")
    await tab.getByText("You said: hello").first().waitFor()
    assert.equal(await tab.locator("jiga-talk li").count(), 2)
  })
})

describe("<jiga-meter> in a real browser", { skip, concurrency: 2 }, () => {
  it("warns in words when little is left", async () => {
    await using store = await PretendStore.start()
    store.session.consumed = 16_500
    await using tab = await opened(store, "<jiga-meter></jiga-meter>", { width: 390, height: 140 })
    await tab.getByText("Less than 20% left.").waitFor()
    assert.equal(await tab.getByRole("meter").getAttribute("aria-valuenow"), "16500")
    await picture(tab, "meter-phone-light-low")
  })

  it("follows the theme of its place", async () => {
    await using store = await PretendStore.start()
    await using tab = await opened(store, '<jiga-meter theme="dark"></jiga-meter>', { width: 390, height: 140 })
    const color = await tab.locator("jiga-meter").evaluate((meter) => getComputedStyle(meter).color)
    assert.equal(color, "rgb(241, 240, 246)")
  })
})

describe("elements where there is no page", () => {
  it("can be imported, and do nothing", async () => {
    const { JigaMeter, defineElements } = await import("../src/elements/index.js")
    assert.equal(typeof JigaMeter, "function")
    assert.equal(typeof defineElements, "function")
  })
})
