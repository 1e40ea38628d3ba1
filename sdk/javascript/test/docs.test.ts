import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { describe, it } from "node:test"
import { allBlocks, blocks, code, compile, publicThings, ROOT } from "./support/documentation.js"
import { somebody } from "./support/people.js"

const README = "README.md"
const GUIDE = "../../docs/guides/javascript.md"
const url = process.env.JIGA_URL

describe("every public thing", () => {
  const things = publicThings()

  it("has a comment that says what it is", () => {
    assert.deepEqual(
      things.filter(({ doc }) => doc.trim().length < 10).map(({ name }) => name),
      [],
    )
  })

  it("has an example", () => {
    assert.deepEqual(
      things.filter(({ needsExample, examples }) => needsExample && examples.length === 0).map(({ name }) => name),
      [],
    )
  })

  it("has examples that compile, as those of the README and the guide do", () => {
    const examples = things.flatMap(({ name, examples }) =>
      examples.map((example) => ({ where: name, code: code(example) })),
    )
    assert.deepEqual(
      examples.filter(({ code }) => code === "").map(({ where }) => where),
      [],
    )
    const pages = [README, GUIDE].flatMap((page) => {
      const running = blocks(page).filter(({ kind }) => kind === "runs")
      const compiled = blocks(page).filter(({ kind }) => kind === "compiled")
      const programs = page === GUIDE ? [running.map(({ code }) => code).join("\n")] : running.map(({ code }) => code)
      return [...programs, ...compiled.map(({ code }) => code)].map((code) => ({ where: page, code }))
    })
    assert.deepEqual(compile([...examples, ...pages]), [])
  })
})

describe("the pages", () => {
  for (const page of [README, GUIDE]) {
    it(`${page} say of each block whether it runs`, () => {
      assert.equal(blocks(page).length, allBlocks(page))
    })
  }
})

describe("the code of the pages", { skip: url ? false : "no store: set JIGA_URL", concurrency: true }, () => {
  it("of the README answers, one block after the other", async () => {
    const player = await somebody(url ?? "")
    for (const { kind, code } of blocks(README)) {
      if (kind === "runs") assert.match(await run(code, { JIGA_API_KEY: player.accessToken }), /\w/)
    }
  })

  it("of the guide is one program, whose bill adds up", async () => {
    const program = blocks(GUIDE).filter(({ kind }) => kind === "runs")
    const said = await run(program.map(({ code }) => code).join("\n"), {})
    assert.match(said, /ended_by_player/)
    assert.equal(said.match(/^true$/gm)?.length, 2, said)
    assert.match(said, /DOF short: buy/)
  })
})

/** Runs a program that imports the package by its name: it is this one. */
async function run(code: string, environment: Record<string, string>): Promise<string> {
  const folder = `${ROOT}.work/run-${process.pid}-${crypto.randomUUID()}`
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(`${folder}/program.ts`, code)
    const paths = { "@jiga/store": [`${ROOT}src/index.ts`], "@jiga/store/elements": [`${ROOT}src/elements/index.ts`] }
    writeFileSync(
      `${folder}/tsconfig.json`,
      JSON.stringify({ compilerOptions: { target: "es2022", module: "esnext", paths } }),
    )
    writeFileSync(`${folder}/package.json`, '{"type":"module"}')
    const tsx = spawn(process.execPath, ["--import", "tsx", "program.ts"], {
      cwd: folder,
      env: { ...process.env, ...environment, TSX_TSCONFIG_PATH: `${folder}/tsconfig.json` },
    })
    let said = ""
    tsx.stdout.on("data", (text: Buffer) => (said += text.toString()))
    tsx.stderr.on("data", (text: Buffer) => (said += text.toString()))
    const status = await new Promise((resolve) => tsx.on("close", resolve))
    assert.equal(status, 0, said)
    return said
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
