import { join } from "node:path"
import { defineConfig } from "vitest/config"
import { ALIASES } from "./build/aliases.ts"

/** In a browser, one after the other: they share two cores with the store. */
export default defineConfig({
  // The SDK asks for it where Node has no WebSocket, and is read where nothing of its own need be installed.
  resolve: { alias: { ...ALIASES, ws: join(import.meta.dirname, "node_modules/ws/wrapper.mjs") } },
  test: {
    include: ["test/journeys/**/*.test.ts"],
    globalSetup: "test/journeys/browser-server.ts",
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
