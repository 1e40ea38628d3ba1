import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const SRC = join(import.meta.dirname, "../src")

export interface Source {
  file: string
  text: string
}

/** What the browser is given: without tests, which stand beside what they test. */
export const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), "utf8") }))

const LITERAL = /"([\w-]+(?:\.[\w-]+)+)"/g
/** A template that begins with words, such as `news.${kind}.title`: its holes are any words. */
const TEMPLATE = /`([\w-]+\.(?:[^`$]|\$\{[^}`]*\})*)`/g
/** A word of the store's own: `word("agent.rank", rank)`. */
const WORD = /\b(?:[wW]ord|useWord\(\))\(\s*"([\w.-]+)"/g

/** What stands in a hole, such as `wallet:read` or `LENGTH.max`. */
const SOME = "[\\w:-]+(?:\\.[\\w:-]+)*"

/** Which of the messages a source may say: by its name, by a template that it fits, as one of the store's words. */
export function saidIn({ text }: Source): (id: string) => boolean {
  const names = new Set([...text.matchAll(LITERAL)].map(([, id]) => id))
  const patterns = [
    ...[...text.matchAll(TEMPLATE)].map(([, template = ""]) => template.split(/\$\{[^}]*\}/)),
    ...[...text.matchAll(WORD)].map(([, of]) => [`${of}.`, ""]),
  ].map((pieces) => new RegExp(`^${pieces.map(escaped).join(SOME)}$`))
  return (id) => names.has(id) || patterns.some((pattern) => pattern.test(id))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

export interface Saying {
  /** Each of the messages that stand there by their names. */
  ids: string[]
  values: string[]
  /** What stands for `<name>…</name>`; nothing where a message is said as text alone. */
  parts: string[] | undefined
}

/** Where a message is said by its name, and what is put into it. What a source makes elsewhere, such as `say(id, values)`, is left out. */
export function sayingsIn({ text }: Source): Saying[] {
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, "")
  return [...saysIn(code), ...textsIn(code)]
}

function saysIn(code: string): Saying[] {
  return [...code.matchAll(/\bsay\(/g)].flatMap(({ index }) => {
    const [said = "", values = "{}"] = pieces(code, code.indexOf("(", index))
    return saying(said, values, undefined)
  })
}

function textsIn(code: string): Saying[] {
  return [...code.matchAll(/<Text\s/g)].flatMap(({ index }) => {
    const property = (name: string) => {
      const at = code.slice(index, code.indexOf("/>", index)).search(new RegExp(`\\s${name}=`))
      return at < 0 ? undefined : code.slice(index + at + name.length + 2)
    }
    const [id = ""] = /^"[^"]*"/.exec(property("id") ?? "") ?? []
    const of = (name: string) => {
      const after = property(name)
      return after === undefined ? "{}" : (pieces(after, 0)[0] ?? "")
    }
    return saying(id, of("values"), of("parts"))
  })
}

function saying(said: string, values: string, parts: string | undefined): Saying[] {
  const ids = [...said.matchAll(LITERAL)].map(([, id]) => id as string)
  const given = names(values)
  const shown = parts === undefined ? undefined : names(parts)
  if (!given || said.includes("`") || (parts !== undefined && !shown)) return []
  return [{ ids, values: given, parts: shown }]
}

/** The names of an object as it is written; nothing where it is made from others. */
function names(object: string): string[] | undefined {
  if (!object.startsWith("{")) return undefined
  const all = pieces(object, 0)
  return all.some((piece) => piece.startsWith("..."))
    ? undefined
    : all.map((piece) => /^\w*/.exec(piece)?.[0] ?? "").sort()
}

/** What stands between commas within the bracket at a place of the code. */
function pieces(code: string, open: number): string[] {
  const found: string[] = []
  let depth = 0
  let from = open + 1
  let quote = ""
  for (let at = open; at < code.length; at++) {
    const sign = code[at] as string
    if (quote) {
      if (sign === "\\") at++
      else if (sign === quote) quote = ""
      continue
    }
    if (`"'\``.includes(sign)) quote = sign
    else if ("({[".includes(sign)) depth++
    else if (")}]".includes(sign)) depth--
    if (depth === 0 || (depth === 1 && sign === ",")) {
      found.push(code.slice(from, at).trim())
      from = at + 1
    }
    if (depth === 0) break
  }
  return found.filter((piece) => piece !== "")
}
