import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import ts from "typescript"

export const ROOT = fileURLToPath(new URL("../../", import.meta.url))
const ENTRIES = { "@jiga/store": "src/index.ts", "@jiga/store/elements": "src/elements/index.ts" }
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: ["node"],
  typeRoots: [`${ROOT}node_modules/@types`],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  skipLibCheck: true,
  noEmit: true,
  paths: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, [ROOT + file]])),
}

/** What examples may use without saying where it came from. */
const AROUND: Record<string, string> = {
  store: "JigaStore",
  session: "HiredSession",
  live: "LiveSession",
  jwks: "Jwks",
  receipt: "Receipt",
  request: "AgentRequest",
  preferences: "PreferencesRequest",
  agent: "OwnAgent",
  myStorage: "TokenStorage",
  meter: "JigaMeter",
  talk: "JigaTalk",
  canvas: "OffscreenCanvas",
  recording: "ReadableStream<Uint8Array>",
  ...Object.fromEntries(
    ["accessToken", "email", "password", "userId", "keyId", "transactionId", "playerToken"].map((name) => [
      name,
      "string",
    ]),
  ),
  readFile: "(path: string, encoding: string) => Promise<string>",
}

export interface Example {
  /** Where it stands. */
  readonly where: string
  readonly code: string
}

export interface Thing {
  readonly name: string
  readonly doc: string
  readonly examples: string[]
  /** Something that one calls, or makes: an example shows how. */
  readonly needsExample: boolean
}

const host = ts.createCompilerHost(OPTIONS)
/** Read once for both programs: the libraries are most of the work. */
const sources = new Map<string, ts.SourceFile | undefined>()
const read = host.getSourceFile.bind(host)
host.getSourceFile = (name, ...about) => {
  if (!sources.has(name)) sources.set(name, read(name, ...about))
  return sources.get(name)
}
const program = ts.createProgram(
  Object.values(ENTRIES).map((file) => ROOT + file),
  OPTIONS,
  host,
)
const checker = program.getTypeChecker()

function exported(file: string): ts.Symbol[] {
  const source = program.getSourceFile(ROOT + file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${file} exports nothing`)
  return checker.getExportsOfModule(module)
}

/** Every public thing: what is exported, and the members of exported classes. */
export function publicThings(): Thing[] {
  const things: Thing[] = []
  for (const file of Object.values(ENTRIES)) {
    for (const symbol of exported(file)) {
      const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const declaration = real.declarations?.[0]
      things.push(thing(symbol.name, real, true))
      if (declaration && ts.isClassDeclaration(declaration)) things.push(...members(symbol.name, declaration))
    }
  }
  return things
}

function members(owner: string, declaration: ts.ClassDeclaration): Thing[] {
  return declaration.members.flatMap((member) => {
    const name = member.name && ts.isIdentifier(member.name) ? member.name.text : undefined
    const symbol = member.name && checker.getSymbolAtLocation(member.name)
    const hidden = ts.getJSDocTags(member).some(({ tagName }) => tagName.text === "internal")
    if (!name || !symbol || hidden || /^(connected|disconnected)Callback$|^then$|^toJSON$|^name$/.test(name)) return []
    return [thing(`${owner}.${name}`, symbol, ts.isMethodDeclaration(member))]
  })
}

function thing(name: string, symbol: ts.Symbol, needsExample: boolean): Thing {
  const doc = ts.displayPartsToString(symbol.getDocumentationComment(checker))
  const examples = symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === "example")
    .map((tag) => ts.displayPartsToString(tag.text))
  return { name, doc, examples, needsExample }
}

/** The code of examples, out of their fences. */
export function code(example: string): string {
  return /```ts\n([\s\S]*?)\n```/.exec(example)?.[1] ?? ""
}

/** Compiles each by itself. @returns what the compiler says */
export function compile(examples: Example[]): string[] {
  const folder = `${ROOT}.work/examples-${process.pid}/`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(`${folder}around.ts`, around())
    const files = new Map(examples.map((example, index) => [`${folder}${index}.ts`, example]))
    for (const [file, example] of files) writeFileSync(file, module(example.code))
    const examined = ts.createProgram([...files.keys()], OPTIONS, host, program)
    return ts.getPreEmitDiagnostics(examined).map((problem) => {
      const file = problem.file?.fileName ?? ""
      const text = ts.flattenDiagnosticMessageText(problem.messageText, "\n")
      return `${files.get(file)?.where ?? file}: ${text}\n${files.get(file)?.code ?? ""}`
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function names(kind: "value" | "type"): string[] {
  return Object.values(ENTRIES)
    .flatMap(exported)
    .filter((symbol) => {
      const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const typeOnly = symbol.declarations?.some(
        (d) => ts.isExportSpecifier(d) && (d.isTypeOnly || d.parent.parent.isTypeOnly),
      )
      return (kind === "value") === (Boolean(real.flags & ts.SymbolFlags.Value) && !typeOnly)
    })
    .map(({ name }) => name)
}

/** Everything public, by its name, and what stands around an example. */
function around(): string {
  const all = Object.keys(ENTRIES).map((entry) => `export * from "${entry}"`)
  const types = [...names("value"), ...names("type")].filter(
    (name) => name !== "defineElements" && name !== "verifyReceipt",
  )
  const variables = Object.entries(AROUND).map(([name, type]) => `export declare const ${name}: ${type}`)
  const from = (entry: string, wanted: string[]) => `import type { ${wanted.join(", ")} } from "${entry}"`
  const elements = new Set(exported(ENTRIES["@jiga/store/elements"]).map(({ name }) => name))
  const imports = [
    from(
      "@jiga/store",
      types.filter((name) => !elements.has(name)),
    ),
    from(
      "@jiga/store/elements",
      types.filter((name) => elements.has(name)),
    ),
  ]
  return [...all, ...imports, ...variables].join("\n")
}

/** Imports go to the top, the rest into a function: what it declares may have the name of something around it. */
function module(text: string): string {
  const imports = text.match(/^import .*$/gm) ?? []
  const body = text.replace(/^import .*$/gm, "")
  const given = new Set(imports.flatMap((line) => line.match(/\w+/g) ?? []))
  const missing = [...names("value"), ...names("type"), ...Object.keys(AROUND)].filter((name) => !given.has(name))
  return `${imports.join("\n")}\nimport { ${missing.join(", ")} } from "./around.js"\nexport async function example() {\n${body}\n}\n`
}

/** The blocks of a page that its comments say something about: `runs` or `compiled`. */
export function blocks(page: string): { kind: string; code: string }[] {
  const text = readFileSync(ROOT + page, "utf8")
  return [...text.matchAll(/<!-- (runs|compiled) -->\s*```ts\n([\s\S]*?)```/g)].map(([, kind = "", code = ""]) => ({
    kind,
    code,
  }))
}

/** How many blocks of code a page has. */
export function allBlocks(page: string): number {
  return readFileSync(ROOT + page, "utf8").match(/^```ts$/gm)?.length ?? 0
}
