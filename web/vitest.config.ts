import { defineConfig } from "vitest/config"
import { ALIASES } from "./build/aliases.ts"
import { icu } from "./build/icu.ts"

/** What needs neither a store nor a browser. */
export default defineConfig({
  plugins: [icu()],
  resolve: { alias: ALIASES },
  test: { include: ["test/**/*.test.ts", "src/**/*.test.ts"], exclude: ["test/journeys/**", "node_modules/**"] },
})
