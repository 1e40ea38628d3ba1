import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { Person } from "./people"

const browser = useBrowser()

describe("in two tabs", () => {
  it("one is signed in in both, reloaded at once, and signed out in both by one", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.new() })
    const { page, context } = visitor
    await visitor.open("/account")
    const other = await context.newPage()
    visitor.watch(other)
    await other.goto(`${STORE}/wallet`)
    await other.getByRole("heading", { level: 1 }).waitFor()
    for (let times = 0; times < 2; times++) {
      await Promise.all([page.reload(), other.reload()])
      await page.getByRole("button", { name: "Sign out here" }).waitFor()
      await other.getByText("Available").first().waitFor()
    }
    await page.getByRole("button", { name: "Sign out here" }).click()
    await page.getByRole("link", { name: "Sign in" }).first().waitFor()
    await other.waitForURL((url) => url.pathname === "/sign-in" && url.searchParams.get("to") === "/wallet")
    await other.getByLabel("E-mail address").waitFor()
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})

describe("on two devices", () => {
  it("a session goes on on the one that came last, and is taken back", async () => {
    const who = await Person.new()
    await who.buys()
    const { id } = await who.hires("nova-coordinator-001")
    const phone = await Visitor.of(browser(), { who })
    const desk = await Visitor.of(browser(), { who, width: 1440 })
    const [live, elsewhere] = [/^Live: the clock runs/, "The session goes on on another device."] as const
    await phone.open(`/sessions/${id}/live`)
    await phone.page.getByText(live).waitFor()
    await desk.open(`/sessions/${id}/live`)
    await desk.page.getByText(live).waitFor()
    await phone.page.getByText(elsewhere).waitFor()
    await phone.isWell("/sessions/:id/live")
    await phone.page.getByRole("button", { name: "Take it back here" }).click()
    await phone.page.getByText(live).waitFor()
    await desk.page.getByText(elsewhere).waitFor()
    await phone.page.getByRole("textbox", { name: "Ask Nova" }).fill("Still there?")
    await phone.page.keyboard.press("Enter")
    await phone.page.locator("[role=log] p").first().waitFor({ state: "attached" })
    await phone.close()
    await desk.close()
  })
})
