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
