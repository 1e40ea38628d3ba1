import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium } from "playwright-core"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** A browser that keeps a sign-in, and that Lighthouse reaches at `port`. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find(existsSync)
  if (!executablePath) {
    console.error("There is no Chromium. Debian, Ubuntu: apt install chromium; or name one in CHROMIUM.")
    process.exit(69)
  }
  const port = await freePort()
  const profile = mkdtempSync(join(tmpdir(), "jiga-bench-"))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 412, height: 823 },
    locale: "en-US",
    args: [
      `--remote-debugging-port=${port}`,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  })
  return {
    browser,
    port,
    close: async () => {
      await browser.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
