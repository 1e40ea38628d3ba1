import { compileMessage } from "@lingui/message-utils/compileMessage"
import type { Plugin } from "vite"

/** Messages are written in ICU's syntax and compiled here, so that no parser travels to the browser: `import x from "./en.json?icu"`. */
export function icu(): Plugin {
  return {
    name: "jiga:icu",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".json?icu")) return null
      const messages: Record<string, string> = JSON.parse(code)
      const compiled = Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]))
      return {
        code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`,
        map: null,
        moduleType: "js",
      }
    },
  }
}
