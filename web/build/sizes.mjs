import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

/** Fails when the app is larger than its budgets: what is loaded before the first paint, and each file that comes later. */
const dist = process.argv[2] ?? "dist"
const KIB = 1024
const FIRST = 100 * KIB
const MORE = 40 * KIB

const html = readFileSync(join(dist, "index.html"), "utf8")
const packed = (path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length
const scripts = readdirSync(join(dist, "app")).filter((file) => file.endsWith(".js"))
const first = scripts.filter((file) => html.includes(`/app/${file}`))
const sizes = new Map(scripts.map((file) => [file, packed(`app/${file}`)]))
const before = first.reduce((sum, file) => sum + sizes.get(file), 0)
console.log(`before the first paint: ${before} bytes of ${FIRST}, gzipped`)
const large = scripts.filter((file) => !first.includes(file) && sizes.get(file) > MORE)
for (const file of large) console.log(`${file}: ${sizes.get(file)} bytes of ${MORE}`)
if (before > FIRST || large.length > 0) process.exit(1)
