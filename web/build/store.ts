import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import type { Plugin, Rolldown } from "vite"
import { pagesOf } from "./pages.ts"

const ROOT = join(import.meta.dirname, "..")
const TEMPLATES = ["head.html", "first.html", "found.html", "cards.html"]
const FIRST_FONTS = /(?:inter-latin-wght-normal|barlow-condensed-latin-600-normal)-[^/]*\.woff2$/
const PACKED = /\.(?:js|css|svg|json|webmanifest)$/
/** Below this, packing saves no packet. */
const LEAST = 512

/** What the store needs to serve the app: which paths are pages, what it writes into them, and each file packed beforehand. */
export function forTheStore(): Plugin {
  return {
    name: "jiga:store",
    apply: "build",
    generateBundle(_, bundle) {
      const worker = bundle["sw.js"]
      if (worker?.type === "chunk") {
        if (worker.imports.length > 0) throw new Error(`The worker is one file, and needs ${worker.imports.join(", ")}`)
        const names = Object.keys(bundle).filter((name) => /^app\/.*\.js$/.test(name))
        // Names with a hash are what they name; the shell, written anew with each build, is named by all of them.
        const shell = {
          url: "/index.html",
          revision: createHash("sha256").update(names.join()).digest("hex").slice(0, 16),
        }
        const files = [...names.map((name) => ({ url: `/${name}`, revision: null })), shell]
        worker.code = worker.code.replaceAll("APP_FILES", JSON.stringify(files))
      }
      this.emitFile({ type: "asset", fileName: "pages.json", source: JSON.stringify(pagesOf(bundle)) })
      for (const name of TEMPLATES) {
        const source = readFileSync(join(ROOT, "templates", name), "utf8")
        this.emitFile({ type: "asset", fileName: `templates/${name}`, source })
      }
    },
    /**
     * The styles stand in the page: the first paint waits for no second request. (The store tells browsers their hash.)
     * A font that comes with the page is there for the first paint, which waits for none.
     */
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const tags = Object.keys(bundle)
          .filter((name) => FIRST_FONTS.test(name))
          .map((name) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${name}`, crossorigin: true },
            injectTo: "head" as const,
          }))
        return {
          html: html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_, name) => styles(bundle, name)),
          tags,
        }
      },
    },
    writeBundle: {
      order: "post",
      async handler({ dir }, bundle) {
        const { writeFile } = await import("node:fs/promises")
        const files = Object.values(bundle).filter(({ fileName }) => PACKED.test(fileName) && fileName !== "pages.json")
        await Promise.all(
          files.map(async (file) => {
            const content = Buffer.from(file.type === "chunk" ? file.code : file.source)
            if (content.length < LEAST) return
            const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
            const path = join(dir ?? "dist", file.fileName)
            await writeFile(`${path}.br`, brotliCompressSync(content, { params }))
            await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
          }),
        )
      },
    },
  }
}

/** Of a file that is needed no more. */
function styles(bundle: Rolldown.OutputBundle, name: string): string {
  const file = bundle[name]
  if (file?.type !== "asset") throw new Error(`${name} is no file of styles`)
  delete bundle[name]
  return `<style>${String(file.source).trim()}</style>`
}
