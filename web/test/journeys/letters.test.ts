import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor, WIDTHS } from "./browser"
import { isWell } from "./hand"

const browser = useBrowser()
const NEXT = "kettle-walnut-harbour"

describe.each(WIDTHS)("at %i px", (width) => {
  it("whoever forgot the password gets in by a letter, and every device is signed out", async () => {
    const there = await Visitor.of(browser(), { width })
    const email = await there.register()
    await there.page.getByText(`A letter is on its way to ${email}`).waitFor()

    const here = await Visitor.of(browser(), { width })
    const { page } = here
    await here.open("/sign-in")
    await page.getByRole("link", { name: "Forgot your password?" }).click()
    await page.getByRole("heading", { level: 1, name: "Forgot your password" }).waitFor()
    await isWell("/forgot", here)
    await page.getByLabel("E-mail address").fill(email)
    await page.getByRole("button", { name: "Send the link" }).click()
    await page.getByText(`If somebody has an account with ${email}`).waitFor()
    await isWell("/forgot", here)

    await page.getByRole("link", { name: "This sandbox keeps its letters here" }).click()
    const letter = page.getByRole("article", { name: "Choose another password" })
    await letter.waitFor({ timeout: 20_000 })
    await isWell("/mailbox", here)
    const link = letter.getByRole("link")
    const address = await link.getAttribute("href")
    await link.click()
    await page.getByRole("heading", { level: 1, name: "Choose another password" }).waitFor()
    // What opens an account stands in no address bar.
    expect(page.url()).toBe(`${STORE}/reset`)
    await isWell("/reset", here)
    await page.getByLabel("New password", { exact: true }).fill("password123")
    await page.getByRole("button", { name: "Change the password" }).click()
    await page.locator("main [aria-invalid=true]").waitFor()
    here.complaints.length = 0
    await page.getByLabel("New password", { exact: true }).fill(NEXT)
    await page.getByRole("button", { name: "Change the password" }).click()
    await page.getByText("all devices are signed out").waitFor()
    await isWell("/sign-in", here)
    await page.getByLabel("E-mail address").fill(email)
    await page.getByLabel("Password", { exact: true }).fill(NEXT)
    await page.locator("main form button[type=submit]").click()
    await page.waitForURL((url) => url.pathname === "/")

    await there.page.goto(`${STORE}/account`)
    await there.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor()

    // The link is good once.
    await page.goto("about:blank")
    await page.goto(address ?? "")
    await page.getByLabel("New password", { exact: true }).fill("yet-another-password")
    await page.getByRole("button", { name: "Change the password" }).click()
    await page.getByText("This link is not good any more").waitFor()
    await page.getByRole("link", { name: "Ask for another link" }).waitFor()
    await here.close()
    await there.close()
  })
})

describe("an account", () => {
  it("shows that its address is its own", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    const email = await visitor.register()
    await visitor.open("/account")
    await page.getByText("This address is not verified").waitFor()
    await page.getByRole("button", { name: "Send the letter again" }).click()
    await page.getByText(`A letter is on its way to ${email}.`, { exact: true }).waitFor()
    await isWell("/account", visitor)
    await page.getByRole("link", { name: "This sandbox keeps its letters here" }).click()
    await page.getByRole("article", { name: "Is this your address?" }).first().getByRole("link").click()
    await page.getByText("Thank you: your address is verified.").waitFor()
    expect(page.url()).toBe(`${STORE}/verify`)
    await isWell("/verify", visitor)
    await page.getByRole("link", { name: "To your account" }).click()
    await page.getByText(email).waitFor()
    expect(await page.getByText("This address is not verified").count()).toBe(0)
    await visitor.close()
  })

  it("goes on with another password in every tab, and nowhere else", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    const email = await visitor.register()
    const tab = await visitor.context.newPage()
    await tab.goto(`${STORE}/wallet`)
    await tab.locator("main h1").first().waitFor({ state: "attached" })
    const elsewhere = await Visitor.of(browser())
    await elsewhere.signIn(email, "river-lantern-orchard")

    // A tab behind another is drawn once a second at most.
    await page.bringToFront()
    await visitor.open("/account/password")
    await isWell("/account/password", visitor)
    await page.getByLabel("Password until now").fill("not-the-password")
    await page.getByLabel("New password", { exact: true }).fill(NEXT)
    await page.getByRole("button", { name: "Change the password" }).click()
    await page.getByText("That is not this account's password.").waitFor()
    expect(await page.getByLabel("Password until now").getAttribute("aria-invalid")).toBe("true")
    visitor.complaints.length = 0
    await page.getByLabel("Password until now").fill("river-lantern-orchard")
    await page.getByRole("button", { name: "Change the password" }).click()
    await page.getByText("Your password is changed.").waitFor()
    await isWell("/account/password", visitor)

    await page.getByRole("link", { name: "Account", exact: true }).last().click()
    await page.getByText(email).waitFor()
    await tab.bringToFront()
    await tab.getByRole("link", { name: "Account", exact: true }).last().click()
    await tab.getByText(email).waitFor()
    await elsewhere.page.goto(`${STORE}/account`)
    await elsewhere.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor()
    await visitor.close()
    await elsewhere.close()
  })
})
