import { existsSync } from "node:fs"
import { chromium } from "playwright-core"
import type { TestProject } from "vitest/node"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser of all journeys listens. */
    browser: string
  }
}

/** One browser for all journeys: to begin anew takes each file a second. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find(existsSync)
  if (!executablePath)
    throw new Error("There is no Chromium. Debian, Ubuntu: apt install chromium; or name one in CHROMIUM.")
  const server = await chromium.launchServer({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  })
  project.provide("browser", server.wsEndpoint())
  return () => server.close()
}
