import { describe, expect, it } from "vitest"
import { eventually, STORE, useBrowser, Visitor, WIDTHS } from "./browser"
import { Person } from "./people"

const browser = useBrowser()
/** One pixel, which a browser makes a square of. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
)

describe("an owner", () => {
  it("makes an agent, publishes it, tries it, and sees what it earned and what players say", async () => {
    const who = await Person.new()
    await who.buys()
    const visitor = await Visitor.of(browser(), { who })
    const { page } = visitor
    const button = (name: string | RegExp) => page.getByRole("button", { name })

    await visitor.seesWell("/studio")
    await page.getByRole("link", { name: "Make an agent" }).click()
    await visitor.isWell("/studio/new")
    await button("Next").click()
    await page.getByLabel("Name", { exact: true }).and(page.locator("[aria-invalid=true]:focus")).waitFor()
    await page.getByLabel("Name", { exact: true }).fill("Rook")
    await page.getByLabel("Where it is from").fill("Norway")
    await page.getByLabel("What it says of itself").fill("Holds the line and calls the rotations.")
    for (const step of ["What it can do", "How it speaks", "What it costs"]) {
      await button("Next").click()
      await page.getByRole("heading", { level: 2, name: step }).and(page.locator(":focus")).waitFor()
      if (step !== "What it costs") await visitor.scrollsNowhere()
    }
    // What the store keeps, and what an hour brings, which is no money.
    await page.getByText("75%: the store keeps 25%").waitFor()
    await page.getByText("2\u202f250 DOF an hour").waitFor()
    await page.getByText("In DOF, which cannot be taken out as money").waitFor()
    await visitor.isWell("/studio/new")
    await button("Make it, free").click()

    // On the market: what players read, what they pay, and when.
    await page.getByText("Rook is a draft.").waitFor()
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? ""
    await page.getByLabel("Title").fill("Rook at your side")
    await page.getByLabel(/^Coaching/i).check()
    const games = page.getByRole("textbox", { name: "Games" })
    await games.fill("Valorant")
    await games.press("Enter")
    await page.getByLabel("At certain hours").check()
    await page.getByRole("group", { name: "Hours 1" }).waitFor()
    await visitor.isWell("/studio/agents/:id")
    await page.getByLabel("Always", { exact: true }).check()
    await button(/^Publish at [\d\s]+ DOF an hour$/).click()
    await page.getByText("It is on the market.").waitFor()
    await page.getByText("Rook is on the market: players can find and hire it.").waitFor()

    // What it is: a picture, and how it watches.
    await page.getByRole("link", { name: "Agent", exact: true }).click()
    await page
      .getByLabel("Choose a picture")
      .setInputFiles({ name: "rook.png", mimeType: "image/png", buffer: PICTURE })
    await button("Use this picture").waitFor()
    await visitor.isWell("/studio/agents/:id")
    await button("Use this picture").click()
    await button("Remove it: its drawn face is shown").waitFor()
    await page.getByLabel("Looks closely every").selectOption({ index: 2 })
    await button("Save these settings").click()
    await page.getByText("Saved.").waitFor()

    // As players have it.
    await page.getByRole("link", { name: "Try it", exact: true }).click()
    await button(/^Set [\d\s]+ DOF aside and talk$/).waitFor()
    await visitor.isWell("/studio/agents/:id")
    await button(/^Set [\d\s]+ DOF aside and talk$/).click()
    await page.getByLabel("Say something to Rook").fill("Help")
    await button("Send").click()
    await page.getByText(/^100 of/).waitFor()
    await visitor.isWell("/studio/agents/:id")
    await button(/^End, get [\d\s]+ DOF back$/).click()
    await page.getByText(/^It is over: 1\d\d DOF used/).waitFor()

    // What comes of it.
    const player = await Person.new("Grace")
    await player.buys()
    const session = await player.plays(id, "Help")
    await player.api("POST", `/sessions/${session}/review`, {
      rating: 4,
      title: "Calm and exact",
      comment: "Called every rotation.",
      helpful: true,
    })
    await visitor.open(`/studio/agents/${id}`)
    await eventually(page.getByText("Calm and exact"))
    await page.getByText("Earned by month, in DOF").first().waitFor()
    await page.getByText("about $0.002").first().waitFor()
    await visitor.isWell("/studio/agents/:id")
    await page.getByText("As a table").click()
    await page.getByRole("row", { name: /^\w+ \d+ 1 1\d\d \d\d about \$0\.00\d$/ }).waitFor()
    await visitor.open(`/agents/${id}`)
    await page.getByText("Called every rotation.").waitFor()
    await visitor.isWell("/agents/:id")
    expect(await page.locator("main img").first().getAttribute("src")).toMatch(/-\d+\.webp$/)
    await visitor.close()
  })

  it("is told by the store what to choose from, and how to go on where it cannot be asked", async () => {
    const who = await Person.new()
    const visitor = await Visitor.of(browser(), { who })
    const { page } = visitor
    let isDown = true
    await page.route(`${STORE}/api/v1/agents/options`, async (route) => {
      if (isDown) return route.abort()
      const answer = await route.fetch()
      const options = await answer.json()
      options.ranks.push({ ...options.ranks.at(-1), rank: "Diamond", leastRate: 30_000, mostRate: 40_000 })
      options.providers.push({ provider: "oracle", voices: ["of_delphi"] })
      return route.fulfill({ json: options })
    })
    await visitor.open("/studio/new?step=can")
    const again = page.getByRole("button", { name: "Try again" })
    await again.waitFor()
    isDown = false
    await again.click()
    await page.getByLabel("oracle").check()
    await page.getByLabel("Rank", { exact: true }).selectOption("Diamond")
    await page.getByText("Such an agent costs 30\u202f000 to 40\u202f000 DOF an hour.").waitFor()
    await page.goto(`${STORE}/studio/new?step=speaks`)
    await page.getByRole("option", { name: "OF Delphi" }).waitFor({ state: "attached" })
    await visitor.close()
  })
})

describe.each(WIDTHS)("at %i px", (width) => {
  it("what an owner has is well", async () => {
    const visitor = await Visitor.of(browser(), { width, who: await Person.known("owner@demo.jiga.local") })
    await visitor.seesWell("/studio")
    await visitor.seesWell("/studio/derive")
    await visitor.seesWell("/studio/derive/:id", "/studio/derive/echo-assistant-001")
    await visitor.close()
  })
})
