// Writes the types of the store's calls and frames from its own descriptions; with --check, only says whether they are stale.
import { readFile, writeFile } from "node:fs/promises"
import { compile } from "json-schema-to-typescript"
import openapiTypeScript, { astToString } from "openapi-typescript"
import { format, resolveConfig } from "prettier"
import ts from "typescript"
import { parse } from "yaml"

const docs = new URL("../../../docs/api/", import.meta.url)
const generated = new URL("../src/generated/", import.meta.url)
const check = process.argv.includes("--check")

const described = parse(await readFile(new URL("openapi.yaml", docs), "utf8"))
await write("openapi.ts", "docs/api/openapi.yaml", await calls(described))
await write(
  "frames.ts",
  "docs/api/asyncapi.yaml",
  await frames(parse(await readFile(new URL("asyncapi.yaml", docs), "utf8"))),
)

/** Refusals all have one shape, and what operators do is no part of an SDK: both would only make the package larger. */
async function calls(api) {
  for (const [path, operations] of Object.entries(api.paths)) {
    if (!path.startsWith("/api/v1/") || path.startsWith("/api/v1/admin/")) {
      delete api.paths[path]
      continue
    }
    for (const operation of Object.values(operations)) {
      // The SDK sends headers itself, and `fields` would take from an answer what its type says is there.
      operation.parameters = operation.parameters?.filter(
        ({ in: place, name }) => place !== "header" && name !== "fields",
      )
      for (const status of Object.keys(operation.responses ?? {})) {
        if (!status.startsWith("2")) delete operation.responses[status]
      }
    }
  }
  for (const schema of Object.values(api.components.schemas)) alwaysThere(schema)
  keepOnlyUsed(api)
  const nodes = await openapiTypeScript(api, { transform: openEnum, defaultNonNullable: false })
  return astToString(nodes)
    .replaceAll(/ *\/\*\* @(constant|example)[^\n]*\*\/\n/g, "")
    .replace(/export interface paths \{[\s\S]*?\n\}\n/, "")
    .replace(/export type webhooks[^\n]*\n/, "")
    .replace(/export type \$defs[^\n]*\n/, "")
}

/** Schemas of operators' answers, which nothing here refers to any more. */
function keepOnlyUsed(api) {
  const used = new Set()
  const follow = (node) => {
    if (Array.isArray(node)) return node.forEach(follow)
    if (node === null || typeof node !== "object") return
    const name =
      typeof node.$ref === "string" && node.$ref.startsWith("#/components/schemas/") && node.$ref.split("/").at(-1)
    if (name && !used.has(name)) {
      used.add(name)
      follow(api.components.schemas[name])
    }
    Object.values(node).forEach(follow)
  }
  follow(api.paths)
  for (const name of Object.keys(api.components.schemas)) if (!used.has(name)) delete api.components.schemas[name]
}

/** An answer says with `x-always` which members are there whenever `fields` does not pick others. */
function alwaysThere(schema) {
  if (schema["x-always"]) schema.required = schema["x-always"]
  delete schema["x-always"]
}

/** A newer store may know a word that this SDK does not: every enum is open, and its known words are still offered by editors. */
function openEnum(schema) {
  if (!Array.isArray(schema.enum) || schema.enum.some((word) => typeof word !== "string")) return undefined
  const words = schema.enum.map((word) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(word)))
  return ts.factory.createUnionTypeNode([...words, other()])
}

function other() {
  const string = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([string, ts.factory.createTypeLiteralNode([])]),
  )
}

/** One type for the data of each message on a session's line, and two unions of whole frames. */
async function frames(api) {
  const line = api.channels.session.messages
  const definitions = {}
  for (const name of ["Seq", "Dof", "Timestamp", "Provider"]) definitions[name] = plain(api.components.schemas[name])
  for (const name of Object.keys(line)) definitions[typeName(name)] = plain(api.components.messages[name].payload, name)
  const code = await compile({ definitions }, "Frames", {
    additionalProperties: false,
    bannerComment: "",
    unreachableDefinitions: true,
    format: false,
  })
  const said = (operation) =>
    api.operations[operation].messages.map((ref) => typeName(ref.$ref.split("/").at(-1))).join(" | ")
  return (
    code
      .replace(/export interface Frames \{[\s\S]*?\n\}\n/, "")
      .replaceAll(
        / \* This interface was referenced by `Frames`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
        "",
      )
      .replaceAll(/\/\*\*\n \*\/\n/g, "") +
    `\nexport type ClientFrame = ${said("hear")}\nexport type ServerFrame = ${said("say")}\n`
  )
}

/** What json-schema-to-typescript makes of a payload, without the conditions that TypeScript cannot say. */
function plain(node, name) {
  if (Array.isArray(node)) return node.map((each) => plain(each))
  if (node === null || typeof node !== "object") return node
  const { if: _if, then: _then, else: _else, not: _not, allOf: _allOf, examples: _examples, ...rest } = node
  if (rest.properties?.type && name && !rest.properties.type.const) rest.properties.type = { const: name }
  const made = {}
  for (const [key, value] of Object.entries(rest)) {
    if (key === "$ref") made.$ref = value.replace("#/components/schemas/", "#/definitions/")
    else made[key] = plain(value)
  }
  if (made.$ref?.endsWith("/BareClientFrame")) {
    return {
      type: "object",
      required: ["type"],
      additionalProperties: false,
      properties: { type: { const: name } },
    }
  }
  if (made.description && made.$ref) delete made.description
  if (typeof made.const === "number") return { type: "integer", description: made.description }
  if (made.enum?.every((word) => typeof word === "string")) {
    made.tsType = [...made.enum.map((word) => JSON.stringify(word)), "(string & {})"].join(" | ")
  }
  const open =
    made.type === "object" && (made.properties?.kind || name === undefined) && node.additionalProperties !== false
  if (made.properties) made.additionalProperties = Boolean(open && (made.properties.kind || made.properties.code))
  return made
}

function typeName(message) {
  return message.replaceAll(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase()) + "Frame"
}

async function write(name, source, code) {
  const target = new URL(name, generated)
  const options = { ...(await resolveConfig(target)), parser: "typescript" }
  const fresh = await format(
    `// Generated from ${source} by npm run generate: change that, not this.\n${code}`,
    options,
  )
  if (!check) return writeFile(target, fresh)
  if ((await readFile(target, "utf8").catch(() => "")) !== fresh) {
    console.error(`src/generated/${name} is stale: run npm run generate, and commit it.`)
    process.exitCode = 1
  }
}
