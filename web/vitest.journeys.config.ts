import { defineConfig } from "vitest/config"

/** In a browser, one after the other: they share two cores with the store. */
export default defineConfig({
  test: { include: ["test/journeys/**/*.test.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
})
