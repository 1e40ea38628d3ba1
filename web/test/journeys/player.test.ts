import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { Person } from "./people"

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
    await page.getByText(/^You have 0 DOF: [\d\s]+ too few\./).waitFor()
    await visitor.isWell("/hire/:id")
    expect(await page.getByRole("radio").count()).toBe(4)
    await page.getByText("$14.99", { exact: true }).click()
    await page.getByRole("button", { name: "Buy 500\u202f000 DOF for $14.99" }).waitFor()
    await page.keyboard.press("ArrowLeft")
    await page.getByRole("button", { name: "Buy 150\u202f000 DOF for $4.99" }).click()
    await pays(visitor)
    await page.getByRole("button", { name: /^Hire, hold [\d\s]+ DOF$/ }).click()
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
    await page.getByRole("radio", { name: "4 of 5" }).check({ force: true })
    await page.getByLabel("Title (optional)").fill("Calm and exact")
    await page.getByLabel("What should others know?").fill("Called every rotation.")
    await page.getByRole("button", { name: "Publish the review" }).click()
    await page.getByText("Thank you. Your review is public now.").waitFor()
    await visitor.isWell("/sessions/:id")

    // Who comes back reads what they said, and is asked for nothing.
    await visitor.open(new URL(page.url()).pathname)
    const review = page.getByRole("region", { name: "Your review of Nova" })
    await review.getByText("Calm and exact").waitFor()
    await review.getByText("Called every rotation.").waitFor()
    await review.getByRole("img", { name: "4 of 5" }).waitFor()
    expect(await page.getByRole("radio").count()).toBe(0)
    await visitor.isWell("/sessions/:id")

    // A session says itself whom it was with.
    const asked: string[] = []
    page.on("request", (request) => asked.push(new URL(request.url()).pathname))
    await visitor.open("/sessions")
    await page.getByRole("heading", { name: "Nova" }).waitFor()
    await visitor.isWell("/sessions")
    expect(asked.filter((path) => path.includes("/agents/"))).toEqual([])
    await visitor.close()
  })

  it("tries an agent for nothing, once, and is not offered it again", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.new() })
    const { page } = visitor
    const tryFree = page.getByRole("button", { name: "Try it free for 5 minutes" })
    await visitor.open("/hire/nova-coordinator-001")
    await tryFree.click()
    await page.waitForURL(/\/live$/)
    await page.getByText(/^Live: the clock runs/).waitFor()
    await page.getByRole("button", { name: "End session" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "End session" }).click()
    await page.getByText("It was a free trial: nothing was charged.").waitFor()
    await visitor.open("/hire/nova-coordinator-001")
    await page.getByRole("button", { name: /^Buy / }).waitFor()
    expect(await tryFree.count()).toBe(0)
    await visitor.close()
  })

  it("finds what stops in words, and always at the same place", async () => {
    const who = await Person.new()
    await who.buys()
    const { id } = await who.hires("nova-coordinator-001")
    const visitor = await Visitor.of(browser(), { who })
    const { page } = visitor
    const stop = page.getByRole("button", { name: /^End session, release/ })
    const pause = page.getByRole("button", { name: "Pause" })
    await visitor.open(`/sessions/${id}/live`)
    await page.getByText(/^Live: the clock runs/).waitFor()
    expect(await stop.getByText("End", { exact: true }).boundingBox()).toMatchObject({ height: expect.any(Number) })
    const place = await stop.boundingBox()
    expect(place?.height).toBeGreaterThanOrEqual(44)
    expect(place?.width).toBeGreaterThanOrEqual(44)
    await pause.click()
    await page.getByRole("button", { name: "Resume" }).click()
    await pause.waitFor()
    await page.getByRole("textbox", { name: "Ask Nova" }).fill("They push B, what now?")
    await page.keyboard.press("Enter")
    await page.locator("[role=log] p").first().waitFor({ state: "attached" })
    expect(await stop.boundingBox()).toEqual(place)
    // As high as what an on-screen keyboard leaves of a phone.
    await page.setViewportSize({ width: 360, height: 420 })
    await page.evaluate(() => scrollTo(0, 0))
    for (const part of [stop, pause, page.getByRole("textbox", { name: "Ask Nova" })]) {
      const box = await part.boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= 420).toBe(true)
    }
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
