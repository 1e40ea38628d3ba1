import { defineConfig } from "vitest/config"

/** What needs neither a store nor a browser. */
export default defineConfig({
  test: { include: ["test/**/*.test.ts", "src/**/*.test.ts"], exclude: ["test/journeys/**", "node_modules/**"] },
})
