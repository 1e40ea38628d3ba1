import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import type { Rolldown } from "vite"

const SRC = join(import.meta.dirname, "../src")
const ROW = /\bpath: "([^"]+)",\s*feature: "([^"]+)",(?:\s*who: "\w+",)?\s*load: \(\) => import\("\.\.\/([^"]+)"\)/g

/** What the store knows of a page: its path, and the files that it is made of, so that a browser asks for them at once. */
interface BuiltPage {
  path: string
  modules: string[]
  /** What it says, by language. */
  messages: Record<string, string[]>
}

/** Every page of `pages.ts`, with what the build made of it. */
export function pagesOf(bundle: Rolldown.OutputBundle): BuiltPage[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk")
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const entry = chunks.find(({ isEntry, name }) => isEntry && name === "index")
  if (!entry) throw new Error("The build has no entry")
  const first = new Set(withImports(entry))
  const languages = readdirSync(join(SRC, "app/messages")).map((file) => basename(file, ".json"))
  const table = readFileSync(join(SRC, "app/pages.ts"), "utf8")
  const rows = [...table.matchAll(ROW)]
  if (rows.length !== table.match(/\bpath: "/g)?.length) throw new Error("A row of pages.ts is written in another way")
  return rows.map(([, path = "", feature, module]) => ({
    path,
    modules: addresses(chunkOf(`${module}.tsx`)),
    messages: Object.fromEntries(
      languages.map((language) => [
        language,
        ["app", `features/${feature}`].flatMap((of) => addresses(chunkOf(`${of}/messages/${language}.json?icu`))),
      ]),
    ),
  }))

  function chunkOf(source: string): Rolldown.OutputChunk {
    const id = join(SRC, source)
    const chunk = chunks.find(({ facadeModuleId, moduleIds }) => facadeModuleId === id || moduleIds.includes(id))
    if (!chunk) throw new Error(`${source} is in no file of the build`)
    return chunk
  }

  /** All that it needs and the page does not have by itself. */
  function addresses(chunk: Rolldown.OutputChunk): string[] {
    return withImports(chunk)
      .filter((name) => !first.has(name))
      .map((name) => `/${name}`)
  }

  function withImports(chunk: Rolldown.OutputChunk, seen = new Set<string>()): string[] {
    if (seen.has(chunk.fileName)) return []
    seen.add(chunk.fileName)
    return [
      chunk.fileName,
      ...chunk.imports.flatMap((name) => {
        const next = byName.get(name)
        return next ? withImports(next, seen) : []
      }),
    ]
  }
}
