import tailwind from "@tailwindcss/vite"
import { defineConfig } from "vite"
import { icu } from "./build/icu.ts"

const STORE = process.env.JIGA_URL ?? "http://localhost:3000"

export default defineConfig({
  plugins: [icu(), tailwind()],
  resolve: {
    alias: {
      react: "preact/compat",
      "react-dom": "preact/compat",
      "react/jsx-runtime": "preact/jsx-runtime",
    },
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    // Of libraries that also run on servers, which ours do not.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ["/api", "/ws", "/openapi", "/docs", "/.well-known", "/sandbox", "/ready"].map((path) => [
        path,
        { target: STORE, changeOrigin: true, ws: path === "/ws" },
      ]),
    ),
  },
})
