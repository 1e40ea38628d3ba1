import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { listing, Person, until } from "./people"

const browser = useBrowser()

/** What would run where a text is taken for markup: each its own, so that a report says which. */
function attack(number: number): string {
  return `<img src=x onerror=alert(${number})>`
}

/** It is there to read, and it is nothing else. */
async function isText(page: Page, text: string): Promise<void> {
  const found = await page
    .waitForFunction((text) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>("main input, main textarea")]
      return [document.body.textContent ?? "", ...fields.map(({ value }) => value)].some((shown) =>
        shown.includes(text),
      )
    }, text)
    .catch(() => false)
  expect(found, `${text} on ${page.url()}`).toBeTruthy()
  expect(await page.locator('img[src="x"], main script, iframe').count(), page.url()).toBe(0)
}

describe("what people write", () => {
  it("stays text, on every page that shows it", async () => {
    const [name, about, title, description, tag, review, comment, note, key, question, focus, game] = Array.from(
      { length: 12 },
      (_, number) => attack(number),
    ) as [string, string, string, string, string, string, string, string, string, string, string, string]
    const operator = await Person.operator()
    const owner = await Person.new(name)
    const player = await Person.new(name)
    await player.buys()
    const { id } = await owner.makesAgent({ name, description: about })
    await owner.api("POST", `/agents/${id}/publish`, listing({ title, description, tags: [tag], games: [game] }))
    const session = await player.plays(id, `Help ${question}`)
    await player.api("POST", `/sessions/${session}/review`, { rating: 5, title: review, comment, helpful: true })
    const { transactionId } = await player.api("POST", "/transactions/transfer", {
      toUserId: owner.id,
      amount: 10,
      note,
    })
    const made = await owner.api("POST", "/api-keys", {
      name: key,
      kind: "secret",
      mode: "test",
      scopes: ["read:marketplace"],
    })
    await operator.api("PUT", `/admin/agents/${id}/training`, { games: [game], focus })
    await player.api("PUT", "/profile/preferences", {
      language: "en",
      theme: "system",
      favoriteGames: [game],
      notifications: { email: true, push: false },
    })
    await until(async () =>
      (await player.api("GET", `/marketplace/search?q=${encodeURIComponent("onerror")}`)).items.some(
        ({ listingId }: { listingId: string }) => listingId === id,
      ),
    )
    const { id: live } = await player.hires(id, 1_000, note)

    const seen: [who: Person, path: string, ...texts: string[]][] = [
      [player, `/agents/${id}`, title, description, review, comment, game],
      [player, "/search?q=onerror", title],
      [player, `/compare?id=${id}&id=ace-elite-001`, name],
      [player, `/sessions/${session}`, name],
      [player, "/sessions", name],
      [player, `/wallet/transactions/${transactionId}`, note],
      [player, "/account", name],
      [player, "/account/profile", name],
      [player, "/account/preferences", game],
      [player, `/wallet/give?to=${encodeURIComponent(note)}`, note],
      [player, `/sessions/${live}/live`, name],
      [owner, "/studio", name],
      [owner, `/studio/agents/${id}`, name, review, comment],
      [owner, `/studio/agents/${id}?tab=agent`, about],
      [owner, `/studio/agents/${id}?tab=market`, title, description],
      [owner, "/notifications", name],
      [owner, "/developers/keys", key],
      [owner, `/developers/keys/${made.id}`, key],
      [operator, `/console/agents?agent=${id}`, name, focus],
      [operator, `/console/books?user=${encodeURIComponent(name)}`, name],
    ]
    let visitor: Visitor | undefined
    for (const who of [player, owner, operator]) {
      visitor = await Visitor.of(browser(), { who })
      for (const [, path, ...texts] of seen.filter(([one]) => one === who)) {
        await visitor.page.goto(STORE + path)
        for (const text of texts) await isText(visitor.page, text)
        await visitor.scrollsNowhere()
      }
      // That the store refuses an id which can be none is no complaint of the page.
      expect(visitor.complaints.filter((complaint) => !complaint.includes("/admin/books?"))).toEqual([])
      if (who !== player) await visitor.close()
      else await says(visitor, live)
    }
  })

  it("is led nowhere else by a link to sign in", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.known("player@demo.jiga.local") })
    for (const to of ["javascript:alert(1)", "//example.org", "/\\example.org", "https://example.org/"]) {
      await visitor.page.goto(`${STORE}/sign-in?to=${encodeURIComponent(to)}`)
      await visitor.page.waitForURL(`${STORE}/`)
    }
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})

/** Asks and tells what would run, and hears it again. */
async function says(visitor: Visitor, session: string): Promise<void> {
  const { page } = visitor
  await visitor.open(`/sessions/${session}/live`)
  const box = page.getByRole("textbox", { name: /^Ask / })
  await page.getByText(/^Live: the clock runs/).waitFor()
  await box.fill(`Say ${attack(20)} <script>alert(21)</script>`)
  await box.press("Enter")
  await page.locator("[role=log] p").first().waitFor({ state: "attached" })
  await page.getByRole("button", { name: "Game events" }).click()
  const event = { kind: attack(22), weapon: attack(23), [attack(24)]: "</p><script>alert(25)</script>" }
  await page.getByLabel("Paste events").fill(JSON.stringify(event))
  await page.getByRole("button", { name: "Send 1 event" }).click()
  await isText(page, attack(23))
  await isText(page, attack(20))
  expect(visitor.complaints).toEqual([])
  await visitor.close()
}
