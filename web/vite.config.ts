import { join } from "node:path"
import tailwind from "@tailwindcss/vite"
import { defineConfig } from "vite"
import { ALIASES } from "./build/aliases.ts"
import { icu } from "./build/icu.ts"
import { forTheStore } from "./build/store.ts"

const STORE = process.env.JIGA_URL ?? "http://localhost:3000"

/** Not the worker's, which is one file; nor a message, which is loaded in one language; nor what waits for a page, which needs these files. */
function isApps(id: string): boolean {
  return !/\/workbox-|\/idb\/|\/sw\.ts$|\.json\?icu$|\/(?:main\.tsx|index\.html)$/.test(id)
}

export default defineConfig({
  plugins: [icu(), tailwind(), forTheStore()],
  resolve: { alias: ALIASES },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // `/assets` is where the store has pictures.
    assetsDir: "app",
    // Of libraries that also run on servers, which ours do not.
    rolldownOptions: {
      input: { index: join(import.meta.dirname, "index.html"), sw: join(import.meta.dirname, "src/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "app/[name]-[hash].js"),
        // On a slow network a request costs more than the bytes: what every page loads is one file, and what several share another.
        codeSplitting: {
          groups: [
            { name: "base", tags: ["$initial"], test: (id) => isApps(id), priority: 2 },
            { name: "shared", test: (id) => isApps(id) && !id.includes("/features/"), minShareCount: 2, priority: 1 },
          ],
        },
      },
      checks: { moduleLevelDirective: false },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ["/api", "/ws", "/openapi", "/docs", "/.well-known", "/checkout", "/ready"].map((path) => [
        path,
        { target: STORE, changeOrigin: true, headers: { origin: STORE }, ws: path === "/ws" },
      ]),
    ),
  },
})
