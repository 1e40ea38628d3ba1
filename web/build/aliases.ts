import { join } from "node:path"

/** Where modules are: the SDK as it is written, so that the two change together, and what is written for React on Preact. */
export const ALIASES = {
  "@jiga/store": join(import.meta.dirname, "../../sdk/javascript/src/index.ts"),
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react/jsx-runtime": "preact/jsx-runtime",
}
