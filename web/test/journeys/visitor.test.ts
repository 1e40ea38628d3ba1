import { describe, expect, it } from "vitest"
import { LOCALES } from "../../src/app/locale"
import { STORE, useBrowser, Visitor, WIDTHS } from "./browser"

const browser = useBrowser()

describe("a visitor", () => {
  it("finds an agent for a game in spite of a typo, and sees what an hour costs in money", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    await visitor.open("/")
    await page.keyboard.press("/")
    await page.keyboard.type("call of dutty")
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.pathname === "/search" && url.searchParams.get("q") === "call of dutty")
    await page.getByRole("link", { name: "truWakandan: the Call of Duty specialist" }).click()
    await page.getByRole("heading", { level: 1, name: /truWakandan/ }).waitFor()

    const offer = page.locator("aside")
    expect(await offer.textContent()).toMatch(/20\s000 DOF an hour[\s\S]*about \$0\.67 an hour/)
    await offer.getByText(/^plus 100 DOF an answer.*, 200 where it has to reason$/).waitFor()
    await visitor.isWell("/agents/:id")
    await visitor.close()
  })

  it("learns on the first page what DOF are, and that one can make agents too", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    await visitor.open("/")
    await page.getByText(/^DOF are the store’s credit, in whole numbers: 10\s000 cost about \$0\.33\./).waitFor()
    await page.getByRole("link", { name: "For game studios" }).click()
    await page.waitForURL((url) => url.pathname === "/developers")
    await page.goBack()
    await page.getByRole("link", { name: "Make an agent of your own" }).click()
    await page.waitForURL((url) => url.pathname === "/sign-in" && url.searchParams.get("to") === "/studio")
    await visitor.close()
  })

  it.each(["/", "/search?q=nova&game=Valorant", "/agents/nova-coordinator-001"])(
    "sees at %s what the store wrote into the page, though it answers nothing",
    async (path) => {
      const visitor = await Visitor.of(browser())
      const { page } = visitor
      await page.route("**/api/**", () => {})
      await visitor.open(path)
      const seeds: [unknown, { title?: string; items?: { title: string }[] }][] = JSON.parse(
        (await page.locator("#seeds").textContent()) ?? "",
      )
      const titles = seeds.flatMap(([, { title, items = [] }]) => [title ?? items[0]?.title ?? ""])
      expect(titles).not.toEqual([])
      // The app makes articles; what the store draws for the first paint has none.
      for (const title of titles) await page.locator("main article", { hasText: title }).waitFor()
      await visitor.close()
    },
  )

  it("opens an account on the way to a hire, and comes back to where that was", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    await visitor.open("/agents/nova-coordinator-001")
    await page.getByRole("link", { name: "Sign in to hire" }).click()
    await page.getByRole("link", { name: "Open one" }).click()
    await page.getByLabel("Name that others see").fill("Ada")
    await page.getByLabel("E-mail address").fill(`web-${Date.now()}@example.org`)
    await page.getByLabel("Password", { exact: true }).fill("short")
    await page.locator("main form button[type=submit]").click()
    await page.getByRole("alert").waitFor()
    expect(await page.getByLabel("Password", { exact: true }).getAttribute("aria-invalid")).toBe("true")
    visitor.complaints.length = 0

    await page.getByLabel("Password", { exact: true }).fill("river-lantern-orchard")
    await page.locator("main form button[type=submit]").click()
    await page.waitForURL((url) => url.pathname === "/hire/nova-coordinator-001")
    const cookies = await visitor.context.cookies(`${STORE}/api/v1/auth`)
    expect(cookies.find(({ name }) => name === "jiga_refresh")).toMatchObject({ httpOnly: true, sameSite: "Strict" })
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("eyJ")
    await visitor.close()
  })

  it("narrows a search by what stands in the address, and back brings back what was", async () => {
    const visitor = await Visitor.of(browser(), { width: 1440 })
    const { page } = visitor
    await visitor.open("/search")
    await page
      .getByRole("group", { name: "Game" })
      .getByLabel(/Valorant/)
      .check()
    await page.waitForURL((url) => url.searchParams.get("game") === "Valorant")
    await page.getByText(/^\d+ agents?$/).waitFor()
    await page.getByRole("button", { name: "Remove the filter Valorant" }).waitFor()
    await page.goBack()
    await page.waitForURL((url) => !url.searchParams.has("game"))
    await page.reload()
    expect(
      await page
        .getByRole("group", { name: "Game" })
        .getByLabel(/Valorant/)
        .isChecked(),
    ).toBe(false)
    await visitor.close()
  })

  it.each(LOCALES.filter((locale) => locale !== "en"))("reads in %s, from where its lines begin", async (locale) => {
    const { region, script } = new Intl.Locale(locale).maximize()
    const visitor = await Visitor.of(browser(), { locale: `${locale}-${region}` })
    await visitor.open("/")
    const [lang, dir] = await visitor.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
    expect([lang, dir]).toEqual([locale, /^(?:Arab|Hebr)$/.test(script ?? "") ? "rtl" : "ltr"])
    for (const path of ["/", "/agents/nova-coordinator-001", "/search", "/register"]) {
      await visitor.open(path)
      await visitor.settled()
      await visitor.scrollsNowhere()
    }
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })

  it("is told where nothing is, by a page that leads on", async () => {
    const visitor = await Visitor.of(browser())
    const answer = await visitor.page.goto(`${STORE}/nowhere`)
    expect(answer?.status()).toBe(404)
    await visitor.page.getByRole("link", { name: "Go to the start" }).click()
    await visitor.page.getByRole("heading", { level: 1 }).waitFor()
    await visitor.close()
  })
})

describe.each(WIDTHS)("at %i px", (width) => {
  it("what everybody may see is well", async () => {
    const visitor = await Visitor.of(browser(), { width })
    await visitor.seesWell("/")
    await visitor.seesWell("/search")
    await visitor.seesWell("/search", "/search?q=nothingofthekind")
    await visitor.seesWell("/agents/:id", "/agents/nova-coordinator-001")
    await visitor.seesWell("/sign-in")
    await visitor.seesWell("/register")
    await visitor.seesWell("/developers")
    await visitor.seesWell("/compare", "/compare?id=nova-coordinator-001&id=ace-elite-001")
    await visitor.close()
  })
})
