import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { useBrowser, Visitor } from "./browser"
import { Person } from "./people"

const browser = useBrowser()
/** No page has more to pass on the way to what it is for. */
const MOST_STEPS = 60

interface Focused {
  name: string
  /** It has an edge that says so, and something of it is in sight. */
  seen: boolean
}

/** What has the focus: named as it is read aloud. */
async function focused(page: Page): Promise<Focused> {
  const element = page.locator(":focus")
  const [tree, seen] = await Promise.all([
    element.ariaSnapshot(),
    element.evaluate((it) => {
      const edged = [it, it.closest("label")].some((one) => one && getComputedStyle(one).outlineStyle !== "none")
      const { left, right, top, bottom, width, height } = it.getBoundingClientRect()
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]))
      const inSight = points.some(([x = 0, y = 0]) => {
        const there = document.elementFromPoint(x, y)
        return there !== null && (it.contains(there) || there.contains(it))
      })
      return edged && inSight && right > 0 && bottom > 0
    }),
  ])
  return { name: /"((?:[^"\\]|\\.)*)"/.exec(tree)?.[1] ?? "", seen }
}

/** Goes on by Tab until it has the focus; each step of the way can be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  while (passed.length < MOST_STEPS) {
    await page.keyboard.press("Tab")
    // The browser's own edge, past the last thing of the page.
    if ((await page.locator(":focus").count()) === 0) continue
    const at = await focused(page)
    expect(at.seen, `the focus is not seen on "${at.name}" of ${page.url()}`).toBe(true)
    if (name.test(at.name)) return
    passed.push(at.name)
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join(", ")}.`)
}

describe("with the keyboard alone", () => {
  it("one finds an agent, hires it, asks it, and stops it", async () => {
    const who = await Person.new()
    await who.buys()
    const visitor = await Visitor.of(browser(), { who })
    const { page } = visitor
    const { keyboard } = page
    await visitor.open("/")
    await keyboard.press("Tab")
    expect(await focused(page)).toEqual({ name: "Skip to the page", seen: true })
    await keyboard.press("/")
    await keyboard.type("nova")
    await keyboard.press("Enter")
    await page.waitForURL((url) => url.pathname === "/search")
    await visitor.settled()
    await tabTo(page, /^Nova: /)
    await keyboard.press("Enter")
    await page.getByRole("link", { name: "Hire Nova" }).waitFor()
    await tabTo(page, /^Hire Nova$/)
    await keyboard.press("Enter")

    await page.getByRole("slider").waitFor()
    await tabTo(page, /^DOF to hold, by the slider$/)
    const amount = page.getByRole("textbox", { name: "DOF to hold", exact: true })
    const whole = async () => Number((await amount.inputValue()).replaceAll(/\D/g, ""))
    const before = await whole()
    await keyboard.press("ArrowRight")
    await expect.poll(whole).toBeGreaterThan(before)
    await keyboard.press("ArrowLeft")
    await expect.poll(whole).toBe(before)
    await tabTo(page, /^Hire, hold [\d\s]+ DOF$/)
    await keyboard.press("Enter")

    await page.waitForURL(/\/live$/)
    await page.getByText("Live: the clock runs").waitFor()
    await tabTo(page, /^Ask Nova$/)
    await keyboard.type("They push B, what now?")
    await keyboard.press("Enter")
    await page.locator("[role=log] p").first().waitFor({ state: "attached" })
    // It is where the next question is typed.
    expect((await focused(page)).name).toBe("Ask Nova")

    await tabTo(page, /^Game events$/)
    await keyboard.press("Enter")
    await page.getByRole("dialog", { name: "Game events" }).waitFor()
    await keyboard.press("Escape")
    await page.getByRole("dialog").waitFor({ state: "detached" })
    expect(await focused(page)).toEqual({ name: "Game events", seen: true })

    await tabTo(page, /^End session, release/)
    await keyboard.press("Enter")
    await page.getByRole("dialog", { name: "End this session?" }).waitFor()
    expect(await page.locator("dialog :focus").count()).toBe(1)
    await keyboard.press("Escape")
    await page.getByRole("dialog").waitFor({ state: "detached" })
    expect((await focused(page)).name).toMatch(/^End session, release/)
    await keyboard.press("Enter")
    await page.getByRole("dialog").waitFor()
    await tabTo(page, /^Keep playing$/)
    await tabTo(page, /^End session, release/)
    await keyboard.press("Enter")
    await page.getByRole("link", { name: /receipt/i }).waitFor()
    await tabTo(page, /receipt/i)
    await keyboard.press("Enter")
    await page.getByRole("row", { name: /^Answers 1 100$/ }).waitFor()
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})
