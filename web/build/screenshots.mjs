import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { chromium } from "playwright-core"

/** Renews the pictures of the README, against a store that serves the app: `JIGA_URL=http://localhost:3000 npm run screenshots`. */
const STORE = process.env.JIGA_URL ?? "http://localhost:3000"
const IMAGES = join(import.meta.dirname, "../../docs/images")
const QUALITY = 80

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
})

async function visitor(width, height, scale) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: "dark",
    locale: "en-US",
    serviceWorkers: "block",
  })
  return context.newPage()
}

async function picture(page, name) {
  await page.evaluate(() => document.fonts.ready)
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: QUALITY })
  writeFileSync(join(IMAGES, `${name}.webp`), Buffer.from(data, "base64"))
}

mkdirSync(IMAGES, { recursive: true })
const desk = await visitor(1280, 800, 1)
// The second time, the fonts are there.
await desk.goto(STORE)
await desk.goto(`${STORE}/search`)
await desk.getByRole("heading", { level: 1 }).waitFor()
await desk.waitForLoadState("networkidle")
await picture(desk, "search")

const phone = await visitor(390, 760, 2)
await phone.goto(`${STORE}/sign-in`)
await phone.getByLabel("E-mail address").fill("player@demo.jiga.local")
await phone.getByLabel("Password", { exact: true }).fill("try-the-store")
await phone.keyboard.press("Enter")
await phone.waitForURL((url) => url.pathname === "/")
await phone.goto(`${STORE}/hire/truwakandan-cod-specialist-001`)
await phone.getByRole("button", { name: /^(Hire, hold|Go on)/ }).click()
await phone.waitForURL((url) => url.pathname.endsWith("/live"))
await phone.getByRole("button", { name: "Game events" }).click()
await phone.getByRole("button", { name: "Play the match" }).click()
await phone.waitForTimeout(30_000)
await picture(phone, "cockpit")
await phone.getByRole("button", { name: /^End session/ }).click()
await phone
  .getByRole("dialog")
  .getByRole("button", { name: /^End session/ })
  .click()
await phone.getByRole("link", { name: /receipt/i }).waitFor()
await browser.close()
