import { readFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import type { Plugin } from "vite"

const ROOT = join(import.meta.dirname, "..")
const TEMPLATES = ["head.html", "first.html"]
const PACKED = /\.(?:js|css|svg|json|webmanifest)$/
/** Below this, packing saves no packet. */
const LEAST = 512

/** What the store needs to serve the app: which paths are pages, what it writes into them, and each file packed beforehand. */
export function forTheStore(): Plugin {
  return {
    name: "jiga:store",
    apply: "build",
    generateBundle() {
      const table = readFileSync(join(ROOT, "src/app/pages.ts"), "utf8")
      const paths = [...table.matchAll(/\bpath: "([^"]+)"/g)].map(([, path]) => path)
      this.emitFile({ type: "asset", fileName: "pages.json", source: JSON.stringify(paths) })
      for (const name of TEMPLATES) {
        const source = readFileSync(join(ROOT, "templates", name), "utf8")
        this.emitFile({ type: "asset", fileName: `templates/${name}`, source })
      }
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
