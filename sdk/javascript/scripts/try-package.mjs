// Packs the package, installs it into an empty project, and uses it there: from Node, from TypeScript, and bundled for a page.
import { execFileSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const project = `${root}.work/project-${process.pid}/`
const bin = `${root}node_modules/.bin/`
const run = (command, args, cwd = project) => execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe" })

const TYPED = `
  import { JigaStore, type Listing, verifyReceipt } from "@jiga/store"
  import { defineElements } from "@jiga/store/elements"
  const key: string | undefined = undefined
  const store = new JigaStore({ apiKey: key })
  export async function play(): Promise<string> {
    const listings: Listing[] = await store.marketplace.search({ q: "nova" }).toArray({ limit: 3 })
    const session = await store.marketplace.hire(listings[0]!.listingId, { dofAllocation: 20_000 })
    const live = await session.connect()
    defineElements()
    document.createElement("jiga-talk").session = live
    const { text } = await live.say("They push B, what now?")
    await verifyReceipt(await session.receipt(), { jwks: await store.jwks() })
    // @ts-expect-error a hire needs an allocation
    await store.marketplace.hire("nova", {})
    return text
  }
`

rmSync(project, { recursive: true, force: true })
mkdirSync(project, { recursive: true })
try {
  const [{ filename, files, size }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], root),
  )
  const strays = files
    .map(({ path }) => path)
    .filter((path) => !/^(dist\/|README\.md$|LICENSE$|package\.json$)/.test(path))
  if (strays.length > 0) throw new Error(`the package has what it should not: ${strays.join(", ")}`)
  writeFileSync(`${project}package.json`, '{ "private": true, "type": "module" }')
  run("npm", ["install", "--no-audit", "--no-fund", "--offline", `./${filename}`])
  const installed = readdirSync(`${project}node_modules`).filter((name) => !name.startsWith("."))
  if (installed.join() !== "@jiga") throw new Error(`it brings more than itself: ${installed.join(", ")}`)

  writeFileSync(`${project}use.mjs`, use(process.env.JIGA_URL))
  run(process.execPath, ["use.mjs"])

  writeFileSync(`${project}use.ts`, TYPED)
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "nodenext",
  }
  writeFileSync(`${project}tsconfig.json`, JSON.stringify({ compilerOptions: options, files: ["use.ts"] }))
  run(`${bin}tsc`, ["-p", "."])

  writeFileSync(`${project}page.js`, 'import { verifyReceipt } from "@jiga/store"\nconsole.log(verifyReceipt)')
  run(`${bin}esbuild`, [
    "page.js",
    "--bundle",
    "--minify",
    "--format=esm",
    "--platform=browser",
    "--outfile=bundled.js",
  ])
  const bundled = readFileSync(`${project}bundled.js`, "utf8")
  if (/\/marketplace|session_started/.test(bundled)) throw new Error("what is not used is bundled")
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} KiB`)
} catch (error) {
  console.error([error.message, error.stdout, error.stderr].filter(Boolean).join("\n"))
  process.exitCode = 1
} finally {
  rmSync(project, { recursive: true, force: true })
}

/** Asks a store, where there is one; and says what to do where there is no WebSocket. */
function use(url) {
  return `
    import { JigaError, JigaStore, NotFoundError } from "@jiga/store"
    import { defineElements, JigaTalk } from "@jiga/store/elements"
    const store = new JigaStore({ baseUrl: ${JSON.stringify(url ?? "http://127.0.0.1:9")}, maxRetries: 0 })
    if (typeof defineElements !== "function" || typeof JigaTalk !== "function") throw new Error("no elements")
    if (JSON.stringify(store) !== JSON.stringify({ baseUrl: store.baseUrl })) throw new Error("it shows what it should not")
    const asked = store.marketplace.get("nobody").then(() => "answered", (error) => error)
    const error = await asked
    if (${JSON.stringify(Boolean(url))} ? !(error instanceof NotFoundError) : !(error instanceof JigaError)) throw error
  `
}
