/** Whom the demo's data hold, and what they look at. */
export const AGENT = "truwakandan-cod-specialist-001"
const PLAYER = { email: "player@demo.jiga.local", password: "try-the-store" }

/** The baseline: a page with nothing, served as the app is. */
export const EMPTY = { name: "empty page", path: "/empty.html" }

export const FOR_ALL = [
  { name: "home", path: "/" },
  { name: "search", path: "/search?q=call+of+duty" },
  { name: "listing", path: `/agents/${AGENT}` },
]

/** Signs the browser in, hires an agent, and tells which pages that gives. */
export async function forPlayers(browser, store) {
  const page = await browser.newPage()
  await signIn(page, store)
  await page.goto(`${store}/hire/${AGENT}`)
  await page.getByRole("button", { name: /^(Hire, hold|Go on)/ }).click()
  await page.waitForURL((url) => url.pathname.endsWith("/live"))
  const { pathname } = new URL(page.url())
  await page.close()
  const own = [
    { name: "cockpit", path: pathname },
    { name: "sessions", path: "/sessions" },
    { name: "wallet", path: "/wallet" },
  ]
  return [...own, ...own.map(({ name, path }) => ({ name: `${name}, come back to`, path, isBack: true }))]
}

/** The app's worker is there, and with it all that the app is made of. */
export async function keepApp(browser, store) {
  const page = await browser.newPage()
  await page.goto(store)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.close()
}

async function signIn(page, store) {
  await page.goto(`${store}/sign-in`)
  await page.getByLabel("E-mail address").fill(PLAYER.email)
  await page.getByLabel("Password", { exact: true }).fill(PLAYER.password)
  await page.keyboard.press("Enter")
  await page.waitForURL((url) => url.pathname === "/")
}
