import type { Page, Route } from "playwright-core"
import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { Person } from "./people"

const browser = useBrowser()
const API = `${STORE}/api/**`
/** A phone's way to a store and back, on a bad day. */
const SLOW = 200

/** A refusal as the store writes it. */
function problem(status: number, code: string, detail: string) {
  return (route: Route) =>
    route.fulfill({
      status,
      contentType: "application/problem+json",
      json: { type: "about:blank", title: code, status, code, detail, requestId: "a-request" },
    })
}

/** Of what one sees, how much has moved without being asked to (web.dev's CLS). */
async function moved(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value
        }).observe({ type: "layout-shift", buffered: true })
        setTimeout(() => done(sum), 100)
      }),
  )
}

describe("read from the right", () => {
  it("all is mirrored, and nothing stands beside the page", async () => {
    const who = await Person.new()
    await who.buys()
    const { id } = await who.hires("nova-coordinator-001")
    const visitor = await Visitor.of(browser(), { locale: "ar", who })
    const { page } = visitor
    await visitor.open("/")
    const [logo, search] = await Promise.all(
      ["header a", "header form"].map((part) => page.locator(part).first().boundingBox()),
    )
    expect(logo?.x).toBeGreaterThan(search?.x ?? 0)
    for (const path of [
      "/search",
      "/hire/echo-assistant-001",
      "/wallet",
      "/wallet/give",
      "/sessions",
      "/notifications",
      "/account/preferences",
      "/studio",
      "/studio/new",
      "/studio/derive/echo-assistant-001",
      "/developers",
      "/developers/keys?new=",
    ]) {
      await visitor.open(path)
      await visitor.settled()
      await visitor.scrollsNowhere()
    }
    await visitor.open(`/sessions/${id}/live`)
    await page.getByRole("textbox").last().waitFor()
    await visitor.isWell("/sessions/:id/live")
    await visitor.close()
  })
})

describe("over a slow line", () => {
  it("what comes has its place before, and pages do not jump", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.known("player@demo.jiga.local") })
    const { page } = visitor
    await page.route(API, async (route) => {
      await new Promise((done) => setTimeout(done, SLOW))
      await route.continue().catch(() => {})
    })
    for (const path of [
      "/",
      "/search",
      "/agents/nova-coordinator-001",
      "/hire/nova-coordinator-001",
      "/wallet",
      "/sessions",
      "/account",
      "/studio",
    ]) {
      await visitor.open(path)
      await visitor.settled()
      await page.waitForTimeout(SLOW / 2)
      expect(await moved(page), `${path} jumps`).toBeLessThan(0.05)
    }
    await visitor.close()
  })

  it("a button that spends, pressed twice, spends once", async () => {
    const who = await Person.new()
    const getter = await Person.new()
    await who.buys()
    const visitor = await Visitor.of(browser(), { who })
    const { page } = visitor
    const spent: string[] = []
    await page.route(API, async (route) => {
      if (route.request().method() === "POST") {
        const { pathname } = new URL(route.request().url())
        if (/\/(?:hire|purchase|transfer|create-variant)$/.test(pathname)) spent.push(pathname.split("/").at(-1) ?? "")
        await new Promise((done) => setTimeout(done, SLOW))
      }
      await route.continue().catch(() => {})
    })
    const press = (name: RegExp) => page.getByRole("button", { name }).last().dblclick()

    await visitor.open(`/wallet/give?to=${getter.id}`)
    await page.getByLabel("How many DOF they get").fill("1000")
    await press(/^Check and give$/)
    await press(/^Pay [\d\s]+ DOF$/)
    await page.waitForURL(/\/wallet\/transactions\//)
    await visitor.open("/studio/derive/echo-assistant-001")
    await page.getByLabel("Name", { exact: true }).fill("Rook")
    await press(/^Pay [\d\s]+ DOF$/)
    await page.waitForURL(/\/studio\/agents\//)
    await visitor.isWell("/studio/agents/:id")
    await visitor.open("/hire/nova-coordinator-001")
    await press(/^Hire, hold [\d\s]+ DOF$/)
    await page.waitForURL(/\/live$/)
    await visitor.open("/wallet")
    await press(/^Pay \$4\.99$/)
    await page.waitForURL(/\/checkout\//)
    expect(spent).toEqual(["transfer", "create-variant", "hire", "purchase"])
    await visitor.close()
  })
})

describe("where something is wrong", () => {
  it("it is said in a sentence, with the request's id and the way out", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.known("player@demo.jiga.local") })
    const { page } = visitor
    for (const path of ["/agents/nova-coordinator-001", "/account"]) {
      await page.route(API, (route) =>
        route.request().url().includes("/auth/")
          ? route.continue()
          : problem(500, "INTERNAL", "Something went wrong on our side.")(route),
      )
      await page.goto(STORE + path)
      const alert = page.getByRole("alert").filter({ hasText: "Something went wrong on our side." }).first()
      await alert.getByText("Request a-request").waitFor()
      await page.unroute(API)
      // Each part of a page that failed has a way out of its own.
      const again = page.getByRole("button", { name: "Try again" })
      for (let left = await again.count(); left > 0; left--) {
        await again.first().click()
        await expect.poll(() => again.count()).toBeLessThan(left)
        left = (await again.count()) + 1
      }
    }
    visitor.complaints.length = 0
    await visitor.isWell("/account")
    await visitor.close()
  })

  it("a sign-in that ended in the middle is asked for, and one is back where one was", async () => {
    const who = await Person.new()
    const visitor = await Visitor.of(browser(), { who })
    const { page, context } = visitor
    await visitor.open("/wallet?type=purchase")
    await visitor.settled()
    await who.api("POST", "/auth/logout", {})
    await context.clearCookies()
    await page.getByLabel("State").selectOption("failed")
    await page.waitForURL((url) => url.pathname === "/sign-in")
    await page.getByLabel("E-mail address").fill(who.email)
    await page.getByLabel("Password", { exact: true }).fill("river-lantern-orchard")
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.pathname === "/wallet" && url.search === "?type=purchase&status=failed")
    await page
      .getByText(/Nothing|None|No /)
      .first()
      .waitFor()
    await visitor.close()
  })

  it("nothing is where nothing is, and no page breaks of it", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.known("player@demo.jiga.local") })
    const { page } = visitor
    for (const path of [
      "/agents/nobody",
      "/hire/nobody",
      "/sessions/01a227ef-5dab-7645-9fd1-f225e58b635a",
      "/wallet/transactions/01a227ef-5dab-7645-9fd1-f225e58b635a",
      "/studio/agents/nobody",
      "/studio/derive/nobody",
    ]) {
      await page.goto(STORE + path)
      await page.getByText("There is nothing at this address.").first().waitFor()
      await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" })
    }
    await visitor.open("/developers/keys/nobody")
    await page.getByText("There is no such key.").waitFor()
    await visitor.close()
  })
})
