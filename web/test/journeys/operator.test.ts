import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor, WIDTHS } from "./browser"
import { Person } from "./people"

const browser = useBrowser()

const PARKED = {
  id: "0-a-parked-one",
  handler: "wallet.settle-sessions",
  key: "session-1",
  attempts: 8,
  error: "java.lang.IllegalStateException: no such hold",
  parkedAt: "2026-11-29T10:00:00Z",
  eventId: "01a227ef-5dab-7645-9fd1-f225e58b635a",
  eventType: "session.ended",
  eventAt: "2026-11-29T09:00:00Z",
  data: { sessionId: "session-1" },
  requestId: "b6372676-f830-4e89-98a3-e3a941ca7337",
}

describe.each(WIDTHS)("at %i px", (width) => {
  it("an operator sees whether something is wrong, and what needs a decision", async () => {
    const visitor = await Visitor.of(browser(), { width, who: await Person.operator() })
    const { page } = visitor
    await visitor.open("/account")
    await page.getByRole("link", { name: /^Console/ }).click()
    await page.getByText("Takes traffic").waitFor()
    await visitor.isWell("/console")
    const console = page.getByRole("navigation", { name: "Console" })

    await console.getByRole("link", { name: "Books" }).click()
    await page.getByText("Balanced").waitFor()
    await page.getByRole("button", { name: "Verify the ledger" }).click()
    await page.getByText(/^All is as it should be: /).waitFor()
    await visitor.isWell("/console/books")
    await page.getByLabel("User’s id").fill("nobody-of-that-name")
    await page.getByRole("button", { name: "Show" }).click()
    await page.getByText("An id that nobody has looks the same.").waitFor()

    await console.getByRole("link", { name: "Audit" }).click()
    await page.getByText(/entries|entry|No operator has done anything yet/).waitFor()
    await visitor.isWell("/console/audit")
    await visitor.close()
  })
})

describe("an operator", () => {
  it("tries a parked event again, and gives another up after a question", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.operator() })
    const { page } = visitor
    await visitor.seesWell("/console/parked")
    // A store whose handlers work has none: these are pretended, and what is done with them is seen here.
    const parked = [PARKED, { ...PARKED, id: "1-a-parked-one", key: "session-2", attempts: 0, error: "" }]
    const done: string[] = []
    await page.route(`${STORE}/api/v1/admin/dead-letters**`, async (route) => {
      const request = route.request()
      const at = parked.findIndex(({ id }) => request.url().includes(id))
      if (at < 0) return route.fulfill({ json: { items: parked } })
      const [gone] = parked.splice(at, 1)
      done.push(`${request.method()} ${gone?.key}`)
      return route.fulfill({ status: 204 })
    })
    await page.reload()
    await page.getByRole("button", { name: /^Look at it.*session-1/ }).click()
    await page.getByText("no such hold").waitFor()
    await visitor.isWell("/console/parked")
    await page.getByRole("button", { name: /^Try again.*session-1/ }).click()
    await page.getByText("It is tried in the background").waitFor()
    await page.getByRole("button", { name: /^Give it up.*session-2/ }).click()
    await page.getByRole("dialog").waitFor()
    await visitor.isWell("/console/parked")
    await page.getByRole("dialog").getByRole("button", { name: "Give up session.ended" }).click()
    await page.getByText("It was given up.").waitFor()
    await page.getByText("Nothing is parked.").waitFor()
    expect(done).toEqual(["POST session-1", "DELETE session-2"])
    await visitor.close()
  })

  it("makes somebody's agent a Trained Specialist, and takes it back", async () => {
    const owner = await Person.new()
    const { id } = await owner.makesAgent({ name: "Rook" })
    const visitor = await Visitor.of(browser(), { who: await Person.operator() })
    const { page } = visitor
    await visitor.seesWell("/console/agents")
    await page.getByRole("searchbox", { name: "Name, game or id" }).fill(id)
    await page.getByRole("button", { name: "Find" }).click()
    await page.locator("main").getByRole("link", { name: "Rook" }).click()
    await page.getByText("No Trained Specialist").waitFor()
    await page.getByLabel("Games").fill("Valorant")
    await page.getByLabel("Focus").fill("Spike Rush")
    await page.getByRole("button", { name: "Make it a Trained Specialist" }).click()
    await page.getByText("Trained Specialist for Valorant: Spike Rush").waitFor()
    await visitor.isWell("/console/agents")
    await page.getByRole("button", { name: "Take it back" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Take training from Rook" }).click()
    await page.getByText("No Trained Specialist").waitFor()
    await visitor.close()
  })

  it("finds a session by the name of its agent, and ends it", async () => {
    const player = await Person.new()
    await player.buys()
    const { id } = await player.hires("nova-coordinator-001")
    const playing = await Visitor.of(browser(), { who: player })
    await playing.open(`/sessions/${id}/live`)
    await playing.page.getByText(/^Live: the clock runs/).waitFor()
    const visitor = await Visitor.of(browser(), { who: await Person.operator() })
    const { page } = visitor
    await visitor.open("/console/sessions")
    const session = page.getByRole("article").filter({ hasText: id })
    await session.getByRole("heading", { name: "Nova", exact: true }).waitFor()
    await session.getByRole("button", { name: /^End it/ }).click()
    await page
      .getByRole("dialog")
      .getByText(/^The session with Nova ends at once\./)
      .waitFor()
    await page.getByLabel("Reason").fill("It was left open.")
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^End session/ })
      .click()
    await page.getByText(/^The session with Nova is over/).waitFor()
    await session.waitFor({ state: "detached" })
    await playing.page.getByText("The store’s operator ended it.").waitFor()
    await playing.close()
    await visitor.close()
  })

  it("is nobody else: a player is shown no console, and nothing of it is asked for", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.known("player@demo.jiga.local") })
    const asked: string[] = []
    visitor.page.on("request", (request) => asked.push(new URL(request.url()).pathname))
    for (const page of ["/console", "/console/books"]) {
      await visitor.open(page)
      await visitor.page.getByRole("heading", { level: 1, name: "This is not for your account." }).waitFor()
    }
    await visitor.isWell("/console/books")
    expect(asked.filter((path) => path.includes("/admin/"))).toEqual([])
    await visitor.close()
  })
})
