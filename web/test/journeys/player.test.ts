import { describe, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"

const browser = useBrowser()

/** Buys the package that a page offers, with the sandbox's card, and comes back. */
async function pays(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await page.waitForURL((url) => url.pathname.includes("checkout"))
  await page.getByRole("button", { name: /^Pay / }).click()
  await page.getByRole("link", { name: "Back to where you came from" }).click()
  await page.waitForURL((url) => !url.pathname.includes("checkout"))
}

describe("a player", () => {
  it("buys what is missing, hires, asks, stops, and sees what it cost", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    await visitor.register()
    await visitor.open("/hire/nova-coordinator-001")
    await page.getByRole("button", { name: /^Buy / }).click()
    await pays(visitor)
    await page.getByRole("button", { name: /^Hold [\d\s]+ DOF$/ }).click()
    await page.waitForURL((url) => /^\/sessions\/[^/]+\/live$/.test(url.pathname))
    await visitor.isWell("/sessions/:id/live")

    await page.getByRole("textbox", { name: "Ask Nova" }).fill("They push B, what now?")
    // It can be asked once the line is there.
    await page.getByRole("button", { name: /^Ask/ }).click()
    await page
      .getByRole("log", { name: "What Nova says" })
      .filter({ hasText: /\w{3,}/ })
      .waitFor({ state: "attached" })
    await page.getByRole("button", { name: /^End session, release/ }).click()
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^End session/ })
      .click()
    await page.getByRole("link", { name: /receipt/i }).click()
    await page.getByRole("row", { name: /^Answers 1 100$/ }).waitFor()
    await page
      .getByText(/signature/i)
      .first()
      .waitFor()
    await visitor.isWell("/sessions/:id")

    await visitor.open("/sessions")
    await page.getByText(/Nova/).first().waitFor()
    await visitor.isWell("/sessions")
    await visitor.close()
  })

  it("is asked to sign in where a page is somebody's own, and comes back to it", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    await page.goto(`${STORE}/sessions?of=past`)
    await page.waitForURL((url) => url.pathname === "/sign-in")
    await page.getByLabel("E-mail address").fill("player@demo.jiga.local")
    await page.getByLabel("Password", { exact: true }).fill("try-the-store")
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.pathname === "/sessions" && url.searchParams.get("of") === "past")
    await visitor.close()
  })
})
