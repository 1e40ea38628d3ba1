import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core"
import { afterAll, beforeAll, expect, inject } from "vitest"
import type { Person } from "./people"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** The store that is tried. */
export const STORE = process.env.JIGA_URL ?? "http://localhost:3000"
const PHONE = 360
const HEIGHT = 780
/** How wide the screens are on which each page is looked at. */
export const WIDTHS = (process.env.JIGA_WIDTHS ?? String(PHONE)).split(",").map(Number)

/** Where a picture of each page in each state is kept for people to look at; nowhere by default. */
const SHOTS = process.env.JIGA_SHOTS
let shots = 0

/** That nobody has said anything of a session yet is an answer, which the browser takes for a failure. */
const NOTHING_SAID = /\/sessions\/[^/]+\/review$/

/** Of axe's rules those that a theme can break: all else of a page is the same in both. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"]

/** A browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.connect(inject("browser"))
  })
  afterAll(() => browser.close())
  return () => browser
}

interface Device {
  /** Its pages are looked at on a screen that wide alone, else on a phone and at each of WIDTHS. */
  width?: number
  locale?: string
  /** Who is signed in there; nobody else. */
  who?: Person
  /** With the app's worker, which holds what was seen, and hides from a test what is asked. */
  worker?: boolean
}

/** A person's browser. What its console complains of, reports of the policy among it, is kept: see `complaints`. */
export class Visitor {
  readonly complaints: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly widths: readonly number[],
  ) {
    this.watch(page)
  }

  static async of(browser: Browser, { width, locale = "en-US", who, worker }: Device = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: width ?? PHONE, height: HEIGHT },
      colorScheme: "dark",
      locale,
      serviceWorkers: worker ? "allow" : "block",
      ...(who && { storageState: await who.signIn() }),
    })
    context.setDefaultTimeout(10_000)
    return new Visitor(context, await context.newPage(), width ? [width] : WIDTHS)
  }

  /** Keeps what a page complains of, and takes a dialog that it opens for a complaint: the app has none of the browser's. */
  watch(page: Page): void {
    page.on("console", (message) => {
      const { url } = message.location()
      if (message.type() !== "error" || (NOTHING_SAID.test(url) && message.text().includes(" 404 "))) return
      this.complaints.push(`${message.text()} ${url}`)
    })
    page.on("pageerror", (error) => this.complaints.push(String(error)))
    page.on("dialog", (dialog) => {
      this.complaints.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
  }

  async open(path: string): Promise<void> {
    await this.page.goto(STORE + path)
    await this.page.locator("main h1").first().waitFor()
  }

  /** Signs in by the form. */
  async signIn(email: string, password = "try-the-store"): Promise<void> {
    await this.open("/sign-in")
    await this.page.getByLabel("E-mail address").fill(email)
    await this.page.getByLabel("Password", { exact: true }).fill(password)
    await this.page.locator("main form button[type=submit]").click()
    await this.page.waitForURL((url) => url.pathname === "/")
  }

  /** Opens an account of one's own by the form. */
  async register(): Promise<string> {
    const email = `web-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
    await this.open("/register")
    await this.page.getByLabel("Name that others see").fill("Ada")
    await this.page.getByLabel("E-mail address").fill(email)
    await this.page.getByLabel("Password", { exact: true }).fill("river-lantern-orchard")
    await this.page.locator("main form button[type=submit]").click()
    await this.page.waitForURL((url) => url.pathname === "/")
    return email
  }

  /** What is on its way is there. */
  async settled(): Promise<void> {
    await this.page.locator("main h1").first().waitFor({ state: "attached" })
    await this.page.waitForFunction(() => !document.querySelector("main .animate-pulse, main [aria-busy=true]"))
  }

  /**
   * The page is the one that is meant, axe (Deque) finds nothing on it in either theme, nothing stands beside it, and the console is quiet.
   *
   * @param path of the row in `pages.ts`; a rule (`test/rules.test.ts`) sees to it that each is looked at
   */
  async isWell(path: string): Promise<void> {
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`)
    expect(new URL(this.page.url()).pathname).toMatch(pattern)
    await this.settled()
    const size = this.page.viewportSize()
    for (const width of this.widths) {
      if (width !== size?.width) await this.page.setViewportSize({ width, height: HEIGHT })
      await this.isWellHere(path)
    }
    if (size && size.width !== this.widths.at(-1)) await this.page.setViewportSize(size)
    expect(this.complaints).toEqual([])
  }

  private async isWellHere(path: string): Promise<void> {
    await this.scrollsNowhere()
    await this.page.evaluate(AXE)
    for (const theme of ["dark", "light"] as const) {
      // Without motion: what is out of sight would take its colours when it comes into it.
      await this.page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" })
      expect(await this.violations(theme === "dark" ? undefined : OF_COLOUR), `${path}, ${theme}`).toEqual([])
      await this.keepPicture(path, theme)
    }
    await this.page.emulateMedia({ colorScheme: "dark", reducedMotion: "no-preference" })
  }

  /** For people to look at, where JIGA_SHOTS names a folder. */
  private async keepPicture(path: string, theme: string): Promise<void> {
    if (!SHOTS) return
    const name = path === "/" ? "home" : path.slice(1).replaceAll("/", "-").replaceAll(":", "")
    const width = this.page.viewportSize()?.width
    const number = String(++shots).padStart(4, "0")
    await this.page.screenshot({ path: join(SHOTS, `${name}-${width}-${theme}-${number}.png`) })
  }

  /** Goes there, and it is well: as `isWell`, for a page that one sees by its address alone. */
  async seesWell(path: string, address = path): Promise<void> {
    await this.open(address)
    await this.isWell(path)
  }

  async scrollsNowhere(): Promise<void> {
    const [wide, shown] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(wide, `${this.page.url()} scrolls sideways`).toBeLessThanOrEqual(shown ?? 0)
  }

  private violations(rules: string[] | undefined): Promise<string[]> {
    return this.page.evaluate(async (only) => {
      // The theme is the page's from the next picture on.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      // biome-ignore lint/suspicious/noExplicitAny: what the source of axe has put there
      const { violations } = await (globalThis as any).axe.run(document, {
        resultTypes: ["violations"],
        ...(only && { runOnly: only }),
      })
      return violations.map(
        (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`,
      )
    }, rules)
  }

  close(): Promise<void> {
    return this.context.close()
  }
}

/** The store's own event, a moment after it was caused. */
export async function eventually(what: Locator): Promise<void> {
  await what.first().waitFor({ timeout: 10_000 })
}
