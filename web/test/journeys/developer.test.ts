import { describe, expect, it } from "vitest"
import { STORE, useBrowser, Visitor } from "./browser"
import { Person } from "./people"

const browser = useBrowser()

/** What a key is let do. */
async function mayRead(key: string | null, path: string): Promise<number> {
  const { status } = await fetch(`${STORE}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
  return status
}

describe("a developer", () => {
  it("makes a key that does what it is for, sees it once, and rotates it", async () => {
    const visitor = await Visitor.of(browser(), { who: await Person.new() })
    const { page } = visitor
    const dialog = page.getByRole("dialog")
    await visitor.seesWell("/developers/keys")
    await page.getByRole("link", { name: "Make a key" }).click()
    await page.getByLabel("Name", { exact: true }).waitFor()
    await visitor.isWell("/developers/keys")
    await page.getByRole("button", { name: "Make the key" }).click()
    await page.getByLabel("Name", { exact: true }).and(page.locator("[aria-invalid=true]:focus")).waitFor()
    visitor.complaints.length = 0
    await page.getByLabel("Name", { exact: true }).fill("Arena server")
    await page.getByLabel(/^wallet:read/).check()
    await page.getByRole("button", { name: "Make the key" }).click()
    await dialog.waitFor()
    await visitor.isWell("/developers/keys")
    const key = await dialog.locator("code").textContent()
    expect(await mayRead(key, "/profile/wallet")).toBe(200)
    expect(await mayRead(key, "/notifications")).toBe(403)

    await dialog.getByRole("button", { name: "I have copied it" }).click()
    await dialog.waitFor({ state: "detached" })
    await page.getByRole("heading", { level: 2, name: "Arena server" }).waitFor()
    expect(await page.content()).not.toContain(key)
    await visitor.isWell("/developers/keys")
    await visitor.open("/developers/keys")
    await page.getByRole("link", { name: /^Use and settings.*Arena server$/ }).click()
    await page.getByRole("heading", { level: 1, name: "Arena server" }).waitFor()
    expect(await page.content()).not.toContain(key)
    await visitor.isWell("/developers/keys/:id")

    await page.getByRole("button", { name: "Rotate" }).click()
    await dialog.getByRole("button", { name: "Rotate" }).click()
    await dialog.getByText("This is your key").waitFor()
    const rotated = await dialog.locator("code").textContent()
    expect(rotated).not.toBe(key)
    expect([await mayRead(rotated, "/profile/wallet"), await mayRead(key, "/profile/wallet")]).toEqual([200, 200])
    await dialog.getByRole("link", { name: "Try it in the quick start" }).click()
    await page.getByText("Your key is filled in below.").waitFor()
    await page
      .getByText(rotated ?? "?")
      .first()
      .waitFor()
    await visitor.isWell("/developers")

    await page.goBack()
    await page.getByRole("button", { name: "Delete Arena server" }).click()
    await dialog.getByRole("button", { name: "Delete Arena server" }).click()
    await page.getByText("You have no key yet.").waitFor()
    expect(await mayRead(rotated, "/profile/wallet")).toBe(401)
    await visitor.close()
  })
})
