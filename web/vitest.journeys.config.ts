import { defineConfig } from "vitest/config"
import { ALIASES } from "./build/aliases.ts"

/** In a browser, one after the other: they share two cores with the store. */
export default defineConfig({
  resolve: { alias: ALIASES },
  test: {
    include: ["test/journeys/**/*.test.ts"],
    globalSetup: "test/journeys/browser-server.ts",
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
