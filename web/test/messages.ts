import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { compileMessage } from "@lingui/message-utils/compileMessage"

const SRC = join(import.meta.dirname, "../src")

/** Whose messages there are: those of `app`, which every page has loaded, and those of each feature. */
export const OWNERS = ["app", ...readdirSync(join(SRC, "features"))]

export function messages(owner: string, locale: string): Record<string, string> {
  const file = join(SRC, owner === "app" ? "app" : `features/${owner}`, "messages", `${locale}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
}

/** All messages of a language. */
export function allMessages(locale: string): Record<string, string> {
  return Object.assign({}, ...OWNERS.map((owner) => messages(owner, locale)))
}

type Choices = Record<string, unknown>
export type Hole = [name: string, kind: string | undefined, choices: Choices]

/** What is put into a message, also within a choice: compiled, a hole is `[name, kind, choices]`. */
export function holes(text: string): Hole[] {
  const found: Hole[] = []
  const look = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      const [name, kind, choices] = token
      const those: Choices = typeof choices === "object" && choices ? choices : {}
      found.push([String(name), kind, those])
      for (const choice of Object.values(those)) look(choice)
    }
  }
  look(compileMessage(text))
  return found
}

/** Names of the values that a message needs. */
export function valuesOf(text: string): string[] {
  return [...new Set(holes(text).map(([name]) => name))].sort()
}

/** Names of what is more than text in a message, such as a link. */
export function partsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => tag as string))].sort()
}
