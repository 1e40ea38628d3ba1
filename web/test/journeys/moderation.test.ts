import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor, WIDTHS } from "./browser"
import { isWell, signInAsOperator } from "./hand"

const browser = useBrowser()
const REASON = "spam in the descriptions of three agents"

describe.each(WIDTHS)("at %i px", (width) => {
  it("an operator keeps a user out, lets them in again, and gives them DOF", async () => {
    const user = await Visitor.of(browser(), { width })
    const email = await user.register()
    await user.open("/wallet")

    const operator = await Visitor.of(browser(), { width })
    const { page } = operator
    await signInAsOperator(operator)
    await operator.open("/console/users")
    await page.getByRole("searchbox", { name: "Name, address or id" }).fill(email)
    await page.getByRole("button", { name: "Find", exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get("q") === email)
    await page.getByText("1 entry").waitFor()
    await isWell("/console/users", operator)
    await page.locator("main").getByRole("link", { name: "Ada" }).click()
    await page.getByRole("heading", { level: 1, name: "Ada" }).waitFor()
    await isWell("/console/users/:id", operator)

    await page.getByRole("button", { name: "Suspend", exact: true }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Reason").fill(REASON)
    await dialog.getByLabel("Until").fill("2099-01-31T12:00")
    await isWell("/console/users/:id", operator)
    await dialog.getByRole("button", { name: "Suspend Ada" }).click()
    await page.getByText("Ada is suspended.").waitFor()
    await page.getByText(/^Suspended until/).waitFor()

    // The tab that was open is signed out by itself, and nobody gets in, who hears why.
    await user.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor({ timeout: 20_000 })
    await user.page.getByLabel("E-mail address").fill(email)
    await user.page.getByLabel("Password", { exact: true }).fill("river-lantern-orchard")
    await user.page.locator("main form button[type=submit]").click()
    await user.page
      .getByText(/^This account is suspended until .*2099.* The reason: spam in the descriptions/)
      .waitFor()
    user.complaints.length = 0

    await page.getByRole("button", { name: "Let in again" }).click()
    await dialog.getByLabel("Reason").fill("it was another account")
    await dialog.getByRole("button", { name: "Let Ada in" }).click()
    await page.getByText("Ada can sign in again.").waitFor()
    await page.getByRole("button", { name: "Give DOF" }).click()
    await dialog.getByLabel("How many DOF").fill("5000")
    await dialog.getByLabel("Reason").fill("for the session that failed yesterday")
    await isWell("/console/users/:id", operator)
    await dialog.getByRole("button", { name: "Give 5\u202f000 DOF" }).click()
    await page.getByText("Ada got 5\u202f000 DOF.").waitFor()
    await page.getByText("5\u202f000 DOF", { exact: true }).waitFor()

    await user.page.locator("main form button[type=submit]").click()
    await user.page.waitForURL((url) => url.pathname === "/wallet")
    await user.page.getByText("5\u202f000 DOF").first().waitFor()
    await isWell("/wallet", user)

    await page.getByRole("link", { name: "What operators did here" }).click()
    await page.getByText("Gave DOF to a user").waitFor()
    await page.getByText(REASON).waitFor()
    expect(await page.locator("main article").count()).toBe(3)
    await isWell("/console/audit", operator)
    await operator.close()
    await user.close()
  })

  it("an operator takes a listing down, which nobody finds then, and lets it up again", async () => {
    const operator = await Visitor.of(browser(), { width })
    const { page } = operator
    await signInAsOperator(operator)
    await operator.open("/console/listings?ownerId=system")
    const title = "Hype: your match with a full stadium behind it"
    const card = page.locator("main article", { hasText: title })
    await isWell("/console/listings", operator)
    await card.getByRole("button", { name: "Take it down" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Reason").fill("it promises too much")
    await isWell("/console/listings", operator)
    await dialog.getByRole("button", { name: "Take Hype down" }).click()
    await page.getByText(`“${title}” is taken down.`).waitFor()
    await card.getByText(/it promises too much$/).waitFor()

    const visitor = await Visitor.of(browser(), { width })
    await visitor.page.goto(`${STORE}/agents/hype-commentator-001`)
    await visitor.page.getByText("There is nothing at this address.").waitFor()

    await card.getByRole("button", { name: "Let it up again" }).click()
    await dialog.getByLabel("Reason").fill("it was changed")
    await dialog.getByRole("button", { name: "Let Hype up" }).click()
    await page.getByText(`“${title}” is as it was before.`).waitFor()
    await card.getByText("On the market").waitFor()
    await visitor.page.reload()
    await visitor.page.getByRole("heading", { level: 1, name: title }).waitFor()
    await operator.close()
    await visitor.close()
  })

  it("an operator sees what is shown first, who plays, and what each day brought", async () => {
    const operator = await Visitor.of(browser(), { width })
    const { page } = operator
    await signInAsOperator(operator)
    await operator.open("/console/featured")
    await page.locator("main article", { hasText: "Ace" }).getByRole("button", { name: "Change" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Until").fill("2099-01-31T12:00")
    await isWell("/console/featured", operator)
    await dialog.getByRole("button", { name: "Save place and time" }).click()
    await page
      .locator("main article", { hasText: "Ace" })
      .getByText(/^Until Jan 31, 2099/)
      .waitFor()
    await isWell("/console/featured", operator)

    await operator.open("/console/sessions")
    await page.getByLabel("State").selectOption("ended")
    await page.waitForURL((url) => url.searchParams.get("status") === "ended")
    await isWell("/console/sessions", operator)

    await operator.open("/console/revenue")
    await page.getByRole("img", { name: /^Revenue and fees of/ }).waitFor()
    await page.getByRole("button", { name: "7 days" }).click()
    await page.waitForURL((url) => url.searchParams.has("from"))
    await isWell("/console/revenue", operator)
    await operator.open("/console")
    await page.getByText("Revenue of today").waitFor()
    await isWell("/console", operator)
    await operator.close()
  })
})
