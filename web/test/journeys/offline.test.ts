import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { Person } from "./people"

const browser = useBrowser()

describe("without a network", () => {
  it("what was seen is there, and what was not says why", async () => {
    const visitor = await Visitor.of(browser(), { worker: true })
    const { page, context } = visitor
    await visitor.open("/")
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    // Once more, now that the worker sees what is asked.
    await visitor.open("/")
    const card = page.locator("main article a").first()
    const title = (await card.textContent()) ?? ""
    await page.waitForLoadState("networkidle")

    await context.setOffline(true)
    await page.reload()
    await page.getByText("You are offline.").waitFor()
    await page.getByRole("link", { name: title }).waitFor()

    await page.goto(`${STORE}/agents/never-seen`)
    await page.getByRole("alert").getByText("The store does not answer").waitFor()
    await context.setOffline(false)
    await page.getByRole("button", { name: "Try again" }).click()
    await page.getByText("There is nothing at this address.").waitFor()
    expect(await page.evaluate(async () => (await caches.keys()).some((name) => name.includes("precache")))).toBe(true)
    await visitor.close()
  })

  it("whoever is signed in goes on where the network is back, without another load", async () => {
    const visitor = await Visitor.of(browser(), { worker: true, who: await Person.new() })
    const { page, context } = visitor
    await visitor.open("/")
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await visitor.open("/wallet")
    await page.waitForLoadState("networkidle")

    await context.setOffline(true)
    await page.reload()
    await page.getByRole("alert").getByText("The store does not answer").first().waitFor()
    await context.setOffline(false)
    await page.getByRole("button", { name: "Try again" }).first().click()
    await page.getByText("Available", { exact: true }).waitFor()
    await visitor.close()
  })

  it("can be installed", async () => {
    const visitor = await Visitor.of(browser(), { worker: true })
    await visitor.open("/")
    const manifest = await visitor.page.evaluate(async () => (await fetch("/manifest.webmanifest")).json())
    for (const { src } of manifest.icons) {
      const answer = await visitor.page.request.get(STORE + src)
      expect(answer.status(), src).toBe(200)
      expect(answer.headers()["content-type"]).toMatch(/^image\//)
    }
    await visitor.close()
  })
})
