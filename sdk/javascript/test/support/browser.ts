import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Browser, chromium } from "playwright-core"
import type { PretendStore } from "./pretend-store.js"

const CHROMIUMS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
]

/** A real browser of this machine, or why there is none. */
export async function browser(): Promise<Browser | string> {
  const executablePath = process.env.CHROMIUM ?? CHROMIUMS.find((path) => existsSync(path))
  if (!executablePath) return "no Chromium is installed: apt-get install chromium, or say where it is with CHROMIUM=..."
  return chromium.launch({ executablePath, args: ["--no-sandbox"] })
}

/** A page of the pretended store that has the built SDK, under a policy that lets nothing inline through but what is named. */
export function page(store: PretendStore, body: string, script: string): void {
  const html = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'self'; style-src 'self'",
  }
  store.on("GET /", {
    headers: html,
    body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A game</title>
      <link rel="stylesheet" href="/page.css"><body>${body}<script type="module" src="/page.js"></script></body></html>`,
  })
  store.on("GET /page.css", {
    headers: { "content-type": "text/css" },
    body: ":root { color-scheme: light dark } body { margin: 1rem; font-family: system-ui } jiga-talk { max-width: 44rem }",
  })
  store.on("GET /page.js", { headers: { "content-type": "text/javascript" }, body: script })
  store.on("GET /favicon.ico", {})
  store.on("GET /dist/.*", ({ path }) => ({
    headers: { "content-type": "text/javascript" },
    body: readFileSync(fileURLToPath(new URL(`../..${path}`, import.meta.url)), "utf8"),
  }))
}
