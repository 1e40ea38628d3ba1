import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { Person } from "./people"

const browser = useBrowser()

/** Shares a file with the app, as another app of the device does. */
async function share(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name = "", text = ""]) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action: "/share" })
      form.enctype = "multipart/form-data"
      const input = Object.assign(document.createElement("input"), { type: "file", name: "events" })
      const files = new DataTransfer()
      files.items.add(new File([text], name))
      input.files = files.files
      form.append(input)
      document.body.append(form)
      form.submit()
    },
    [name, text],
  )
}

describe("a file that another app shares", () => {
  it("is told what is wrong with it, waits for a session, and is played by a press", async () => {
    const who = await Person.new()
    await who.buys()
    const visitor = await Visitor.of(browser(), { who, worker: true })
    const { page } = visitor
    await visitor.open("/")
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await share(page, "broken.jsonl", "nope")
    await page.getByRole("alert").getByText("Line 1 is not a JSON object.").waitFor()
    await visitor.isWell("/share")
    await share(page, "large.jsonl", "x".repeat(1_048_577))
    await page.getByText("The file has more than 1 MiB.").waitFor()
    const match = '{"kind":"round_won"}\n{"kind":"kill","weapon":"M4"}'
    await share(page, "match.jsonl", match)
    await page.getByText("You have no session that runs.").waitFor()

    const { id } = await who.hires("nova-coordinator-001")
    await share(page, "match.jsonl", match)
    await page.waitForURL(`${STORE}/sessions/${id}/live`)
    await page.getByText("match.jsonl: 0 of 2").waitFor()
    await page.getByText(/^Live: the clock runs/).waitFor()
    await visitor.isWell("/sessions/:id/live")
    await page.getByRole("button", { name: "Play", exact: true }).click()
    await page.getByText("kill · weapon M4").waitFor()

    await who.hires("echo-assistant-001")
    await share(page, "match.jsonl", match)
    await page.getByRole("link", { name: "Play them to Echo" }).waitFor()
    await visitor.isWell("/share")
    await visitor.close()
  })
})

describe("the match that is there to try", () => {
  it("begins by itself where it was asked for before the agent listened", async () => {
    const who = await Person.new()
    await who.buys()
    const { id } = await who.hires("nova-coordinator-001")
    const visitor = await Visitor.of(browser(), { who })
    const { page } = visitor
    let connect = () => {}
    await page.routeWebSocket(/\/ws/, async (line) => {
      await new Promise<void>((pressed) => {
        connect = pressed
      })
      line.connectToServer()
    })
    await visitor.open(`/sessions/${id}/live`)
    await page.getByRole("button", { name: "Game events" }).click()
    await page.getByRole("button", { name: "Play the match" }).click()
    await page.getByText("Recorded match: 0 of 45").waitFor()
    connect()
    await page.getByText("Recorded match: 1 of 45").waitFor({ timeout: 20_000 })
    await visitor.close()
  })
})

describe("the shortcuts", () => {
  it("are listed by ?, lead where they say, and wait while one types", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.known("player@demo.jiga.local") })
    const { page } = visitor
    const { keyboard } = page
    await visitor.open("/")
    await keyboard.press("?")
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor()
    await page.getByText("Go to your wallet").waitFor()
    await visitor.isWell("/")
    await keyboard.press("g")
    await keyboard.press("w")
    await keyboard.press("Escape")
    await page.getByRole("dialog").waitFor({ state: "detached" })
    expect(page.url()).toBe(`${STORE}/`)
    await keyboard.press("g")
    await keyboard.press("w")
    await page.waitForURL(`${STORE}/wallet`)
    await keyboard.press("/")
    await keyboard.type("gs?")
    expect(await page.getByRole("searchbox", { name: "Search agents" }).inputValue()).toBe("gs?")
    expect(await page.getByRole("dialog").count()).toBe(0)
    await visitor.close()
  })
})

describe("an old page", () => {
  it("whose files are gone says that there is a newer version, and loads it", async () => {
    const visitor = await Visitor.of(browser())
    const { page } = visitor
    await visitor.open("/")
    // The store has been built anew: other names, in a page that names them.
    await page.route(/\/app\/SearchPage-.*\.js/, (route) => route.fulfill({ status: 404 }))
    await page.route(`${STORE}/?newest`, (route) => route.fulfill({ body: '<script src="/app/index-new.js">' }))
    await page.getByRole("link", { name: "Search" }).last().click()
    await page.getByText("A newer version is there.").waitFor()
    expect(await page.getByText("does not answer").count()).toBe(0)
    await page.unroute(/\/app\/SearchPage-.*\.js/)
    await page.getByRole("button", { name: "Reload" }).click()
    await page.getByRole("heading", { level: 1, name: "Agents" }).waitFor()
    visitor.complaints.length = 0
    await visitor.isWell("/search")
    await visitor.close()
  })
})

describe("who signs out without a network", () => {
  it("is told that the store has not heard of it, which hears of it at the next contact", async () => {
    const who = await Person.new()
    const visitor = await Visitor.of(browser(), { who })
    const { page, context } = visitor
    const cookies = async () =>
      (await context.cookies(`${STORE}/api/v1/auth/refresh`)).map(({ name }) => name).includes("jiga_refresh")
    await visitor.open("/account")
    await page.getByRole("button", { name: "Sign out here" }).waitFor()
    await context.setOffline(true)
    await page.getByRole("button", { name: "Sign out here" }).click()
    await page.getByText("The store could not be told").waitFor()
    expect(await cookies()).toBe(true)
    await context.setOffline(false)
    await page.getByText("The store could not be told").waitFor({ state: "detached" })
    expect(await cookies()).toBe(false)
    await visitor.close()
  })
})
