import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { expect } from "vitest"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** The store that is tried. */
export const STORE = process.env.JIGA_URL ?? "http://localhost:3000"
export const WIDTHS = (process.env.JIGA_WIDTHS ?? "360").split(",").map(Number)
export const THEMES = ["dark", "light"] as const
export type Theme = (typeof THEMES)[number]

export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find(existsSync)
  if (!executablePath)
    throw new Error("There is no Chromium. Debian, Ubuntu: apt install chromium; or name one in CHROMIUM.")
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  })
}

/** A person's browser. What its console complains of, reports of the policy among it, is kept: see `complaints`. */
export class Visitor {
  readonly complaints: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`${message.text()} ${message.location().url}`)
    })
    page.on("pageerror", (error) => this.complaints.push(String(error)))
  }

  static async of(browser: Browser, width = 360, theme: Theme = "dark", locale = "en-US"): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width, height: 780 }, colorScheme: theme, locale })
    return new Visitor(context, await context.newPage())
  }

  async open(path: string): Promise<void> {
    await this.page.goto(STORE + path)
    await this.page.locator("main h1").first().waitFor()
  }

  /** Signs in by the form, as one of the demo's people. */
  async signIn(email: string, password = "try-the-store"): Promise<void> {
    await this.open("/sign-in")
    await this.page.getByLabel("E-mail address").fill(email)
    await this.page.getByLabel("Password", { exact: true }).fill(password)
    await this.page.locator("main form button[type=submit]").click()
    await this.page.waitForURL((url) => url.pathname === "/")
  }

  /** Opens an account of one's own. */
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

  /** axe (Deque) finds nothing, nothing stands beside the page, and the console is quiet. */
  async isWell(): Promise<void> {
    await this.page.locator("main h1").first().waitFor({ state: "attached" })
    await this.page.evaluate(AXE)
    const violations = await this.page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: what the source above has put there
      const { violations } = await (globalThis as any).axe.run(document)
      return violations.map(
        (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`,
      )
    })
    expect(violations).toEqual([])
    const [wide, shown] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(wide, "it scrolls sideways").toBeLessThanOrEqual(shown ?? 0)
    expect(this.complaints).toEqual([])
  }

  close(): Promise<void> {
    return this.context.close()
  }
}
