import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor, WIDTHS } from "./browser"
import { Person } from "./people"

const browser = useBrowser()

async function player(width = 360): Promise<Visitor & { who: Person }> {
  const who = await Person.new()
  return Object.assign(await Visitor.of(browser(), { width, who }), { who })
}

/** Buys the smallest package with the sandbox's card, and comes back. */
async function buy(page: Page, card: "success" | "declined"): Promise<void> {
  await page.getByRole("button", { name: "Pay $4.99" }).click()
  await page.waitForURL(/\/checkout\//)
  await page.locator(`#${card}`).click()
  await page.locator("#back").click()
  await page.waitForURL((url) => url.pathname === "/wallet")
}

describe("whoever has an account", () => {
  it("buys DOF, and is told what became of the payment", async () => {
    const { page, context } = await player()
    await page.goto(`${STORE}/wallet`)
    await buy(page, "declined")
    await page.getByText("The payment of $4.99 did not go through. Nothing was charged.").waitFor()
    await buy(page, "success")
    await page.getByText("Paid. 150\u202f000 DOF are in your wallet.").waitFor()
    await page.getByRole("button", { name: "Close this message" }).click()
    await page.waitForURL((url) => url.search === "")

    await page.getByLabel("State").selectOption("failed")
    await page.waitForURL((url) => url.searchParams.get("status") === "failed")
    const failed = page.locator("main").getByRole("link", { name: /Purchase.*Failed/ })
    await failed.waitFor()
    // What was shown before stays until the answer is there.
    await expect.poll(() => page.getByRole("link", { name: /Purchase/ }).count()).toBe(1)
    await failed.click()
    await page.getByRole("heading", { level: 1, name: "Purchase" }).waitFor()
    await context.close()
  })

  it("gives DOF, knows the whole price before, and whoever gets them hears of it at once", async () => {
    const giver = await player()
    const getter = await player()
    const { id } = getter.who
    // The stream is open before anything happens.
    const stream = getter.page.waitForRequest(/\/events\/stream/)
    await getter.open("/notifications")
    await stream
    await getter.page.getByText("Nothing has happened yet.").waitFor()
    const { page } = giver
    await giver.who.buys()
    await giver.open(`/wallet/give?to=${id}`)
    const amount = page.getByLabel("How many DOF they get")
    await amount.fill("999999")
    await page.getByText(/You lack/).waitFor()
    await amount.fill("1005")
    await page.getByLabel("Note").fill("<img src=x onerror=alert(1)>")
    await page.getByRole("button", { name: "Check and give" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Pay 1\u202f106 DOF" }).click()
    await page.getByRole("heading", { level: 1, name: "Given to another user" }).waitFor()
    await page.getByText("101 DOF").waitFor()

    const entry = getter.page.getByRole("article", { name: /You received DOF/ })
    await entry.waitFor()
    await getter.page.getByRole("link", { name: "Notifications, some of them new" }).waitFor()
    await entry.getByRole("link").click()
    await getter.page.getByText("<img src=x onerror=alert(1)>").waitFor()
    await getter.page.getByRole("link", { name: "Notifications", exact: true }).waitFor()
    await getter.isWell("/wallet/transactions/:id")
    await giver.close()
    await getter.close()
  })

  it("marks a favourite on a card, takes it back, and compares two", async () => {
    const visitor = await player(1440)
    const { page } = visitor
    await visitor.open("/search")
    for (const name of ["Nova", "Ace"]) {
      const heart = page.getByRole("button", { name: `Favourite: ${name}`, exact: true })
      // The heart is full before the store has heard of it, and the later one comes first in the list.
      const kept = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok())
      await heart.click()
      await heart.and(page.locator("[aria-pressed=true]")).waitFor()
      await kept
    }
    await visitor.open("/favourites")
    await page.getByRole("link", { name: "Compare the first 2" }).click()
    await page.getByRole("row", { name: /An hour.*15\s000 DOF.*8\s000 DOF/ }).waitFor()
    await page.getByRole("button", { name: "Take Ace out" }).click()
    await page.waitForURL((url) => url.searchParams.getAll("id").join() === "nova-coordinator-001")
    await visitor.open("/favourites")
    const heart = page.getByRole("button", { name: "Favourite: Nova", exact: true })
    await heart.click()
    await heart.and(page.locator("[aria-pressed=false]")).waitFor()
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })

  it("is told when the profile was changed elsewhere meanwhile", async () => {
    const visitor = await player()
    const { page } = visitor
    await visitor.open("/account/profile")
    const name = page.getByLabel("Name that others see")
    const other = await visitor.context.newPage()
    await other.goto(page.url())
    await other.getByLabel("Name that others see").fill("Grace")
    await other.getByRole("button", { name: "Save" }).click()
    await other.getByText("Saved.").waitFor()

    await page.bringToFront()
    await name.fill("Edith")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByRole("button", { name: "Read it anew" }).click()
    await page.getByRole("alert").waitFor({ state: "detached" })
    expect(await name.inputValue()).toBe("Grace")
    await visitor.close()
  })

  it("takes the theme along to another device, and signs out there from here", async () => {
    const here = await player()
    await here.open("/account/preferences")
    await here.page.locator("main").getByLabel("Theme").selectOption("light")
    await here.page.getByRole("button", { name: "Save" }).click()
    await here.page.getByText("Saved.").waitFor()
    const there = await Visitor.of(browser())
    await there.signIn(here.who.email, "river-lantern-orchard")
    await there.page.locator(":root[data-theme=light]").waitFor()

    await here.open("/account")
    await here.page.getByRole("button", { name: "Sign out everywhere" }).click()
    await here.page.getByRole("button", { name: "Sign out on every device" }).click()
    await here.page.waitForURL((url) => url.pathname === "/")
    await there.page.reload()
    await there.page.getByRole("link", { name: "Sign in" }).first().waitFor()
    await here.close()
    await there.close()
  })
})

describe.each(WIDTHS)("at %i px", (width) => {
  it("all of one's own is well", async () => {
    const visitor = await Visitor.of(browser(), { width, who: await Person.known("player@demo.jiga.local") })
    await visitor.seesWell("/wallet")
    await visitor.seesWell("/wallet/give")
    await visitor.seesWell("/account")
    await visitor.seesWell("/account/profile")
    await visitor.seesWell("/account/preferences")
    await visitor.seesWell("/achievements")
    await visitor.seesWell("/notifications")
    await visitor.seesWell("/favourites")
    await visitor.seesWell("/sessions")
    await visitor.seesWell("/hire/:id", "/hire/echo-assistant-001")
    await visitor.close()
  })
})
