import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { PAGES } from "../src/app/pages"
import { allMessages, messages, OWNERS, partsOf, valuesOf } from "./messages"
import { saidIn, sayingsIn, sources } from "./sources"

function imports(text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, module]) => module ?? "")
}

function broken(rule: (file: string, text: string) => boolean): string[] {
  return sources.filter(({ file, text }) => rule(file, text)).map(({ file }) => file)
}

describe("the sources", () => {
  it("have features that know no other feature", () => {
    expect(
      broken((file, text) => {
        const own = /^features\/([^/]+)\//.exec(file)?.[1]
        return (
          own !== undefined &&
          imports(text).some((module) => /^\.\.\/(?!\.\.)/.test(module) || /\.\.\/features\//.test(module))
        )
      }),
    ).toEqual([])
  })

  it("have primitives that know nothing of the store", () => {
    expect(
      broken(
        (file, text) =>
          file.startsWith("ui/") && imports(text).some((module) => /@jiga\/store|\/parts\/|\/session$/.test(module)),
      ),
    ).toEqual([])
  })

  it("type no colour in a component", () => {
    expect(broken((file, text) => file.endsWith(".tsx") && /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl\(/.test(text))).toEqual([])
  })

  it("set no inline style and no markup, which the store's policy forbids", () => {
    expect(broken((_, text) => /\bstyle=\{|dangerouslySetInnerHTML|\.innerHTML/.test(text))).toEqual([])
  })

  it("name no direction that Arabic would mirror", () => {
    expect(broken((_, text) => /\b(?:[mp][lr]-|(?:left|right)-\d|text-(?:left|right)\b)/.test(text))).toEqual([])
  })

  it("send a change once, however often a button is pressed", () => {
    const own = ["app/mutation.ts", "parts/favourites.ts"]
    expect(
      broken((file, text) => !own.includes(file) && /import \{[^}]*\buseMutation\b[^}]*\} from "@tanstack/.test(text)),
    ).toEqual([])
  })

  it("make no key of what a page has over TLS alone: a phone beside a laptop has none", () => {
    expect(broken((file, text) => !file.endsWith("parts/wish.ts") && /randomUUID/.test(text))).toEqual([])
  })
})

describe("the worker", () => {
  it.each(["SHARED", "SHARED_AT", "MOST_BYTES"])("and the page that reads what was shared agree on %s", (name) => {
    const written = (file: string) =>
      new RegExp(`const ${name} = (.+)`).exec(sources.find((source) => source.file === file)?.text ?? "")?.[1]
    expect(written("sw.ts")).toBeDefined()
    expect(written("sw.ts")).toBe(written("features/cockpit/shared.ts"))
  })
})

describe("the worker's own pages", () => {
  it("are those of whoever is signed in, in which the store draws nothing", () => {
    const text = sources.find(({ file }) => file === "sw.ts")?.text ?? ""
    const own = new RegExp(/const OWN =\s+\/(.+)\/\n/.exec(text)?.[1] ?? "nothing")
    expect(PAGES.filter(({ path, who }) => own.test(path) !== (who === "me"))).toEqual([])
  })
})

describe("the messages", () => {
  const said = sources.map((source) => ({ file: source.file, says: saidIn(source) }))
  /** Asks whether its messages came, and says nothing else (`useKnows`). */
  const ASKS_FIRST = ["parts/told.ts"]

  it("are said where they are loaded: a feature's by itself, the app's by all", () => {
    const elsewhere = OWNERS.filter((owner) => owner !== "app").flatMap((owner) =>
      Object.keys(messages(owner, "en")).flatMap((id) =>
        said
          .filter(({ file, says }) => !file.startsWith(`features/${owner}/`) && !ASKS_FIRST.includes(file) && says(id))
          .map(({ file }) => `${file}: ${id}`),
      ),
    )
    expect(elsewhere).toEqual([])
  })

  it("are given the values and the parts that they have, and no others", () => {
    const english = allMessages("en")
    const sayings = sources
      .flatMap((source) => sayingsIn(source).map((saying) => ({ ...saying, file: source.file })))
      .filter(({ ids }) => ids.some((id) => id in english))
    expect(sayings.length).toBeGreaterThan(500)
    for (const { file, ids, values, parts } of sayings) {
      // Of two that are said by turns, each may leave out what the other needs.
      const text = ids.map((id) => english[id] ?? "").join()
      expect(values, `${file}: ${ids}`).toEqual(valuesOf(text))
      expect(parts ?? partsOf(text), `${file}: ${ids}`).toEqual(partsOf(text))
    }
  })

  it("are all said by somebody", () => {
    const ids = OWNERS.flatMap((owner) => Object.keys(messages(owner, "en")))
    expect(ids.filter((id) => !said.some(({ says }) => says(id)))).toEqual([])
  })
})

describe("the journeys", () => {
  it("look at every page there is", () => {
    const folder = join(import.meta.dirname, "journeys")
    const journeys = readdirSync(folder)
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join()
    const seen = [...journeys.matchAll(/\b(?:isWell|seesWell)\(\s*"([^"]+)"/g)].map(([, path]) => path)
    expect(PAGES.map(({ path }) => path).filter((path) => !seen.includes(path))).toEqual([])
  })
})
