import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { LOCALES } from "../src/app/locale"
import { speakIn, word } from "../src/app/text"
import { ACTS, LISTING_STATES, SESSION_STATES } from "../src/features/console/words"
import { SCOPES } from "../src/features/developers/draft"
import * as search from "../src/features/search/criteria"
import { TOOLS } from "../src/features/studio/draft"
import * as movements from "../src/features/wallet/movements"
import { Avatar, GLYPHS } from "../src/ui/Avatar"
import { METAL } from "../src/ui/metal"
import { allMessages } from "./messages"

const ROOT = join(import.meta.dirname, "../..")
const API = readFileSync(join(ROOT, "docs/api/openapi.yaml"), "utf8")
const CATEGORIES = "services/marketplace-service/src/main/java/ai/jiga/store/marketplace/model/Category.java"

/** In English; another test compares the other languages with it. */
const said = allMessages("en")

/** The words that the API has for something. */
function words(schema: string): string[] {
  const [, list = ""] =
    new RegExp(`^ {4}${schema}:\n {6}type: string\n {6}enum:\n((?: {6}- .+\n)+)`, "m").exec(API) ?? []
  return [...list.matchAll(/- "?([^"\n]+)"?\n/g)].map(([, word]) => word as string)
}

/** What has a message under a name. */
function namesOf(of: string): string[] {
  return Object.keys(said)
    .filter((id) => id.startsWith(`${of}.`))
    .map((id) => id.slice(of.length + 1))
}

function unsaid(of: string, codes: string[]): string[] {
  return codes.map((code) => `${of}.${code}`).filter((id) => !(id in said))
}

afterAll(() => speakIn("en"))

describe("the store's own words", () => {
  it.each(LOCALES)("are said in %s, and those of a newer store stay as they are", async (locale) => {
    await speakIn(locale)
    expect(word("agent.rank", "Silver")).toBe(allMessages(locale)["agent.rank.Silver"])
    expect(word("agent.rank", "Diamond")).toBe("Diamond")
  })

  it.each([
    ["AgentType", "agent.type"],
    ["Rank", "agent.rank"],
    ["Provider", "agent.runtime"],
    ["Provider", "studio.provider"],
    ["Tool", "studio.tool"],
    ["ListingStatus", "studio.standing"],
    ["WarningCode", "studio.warning"],
    ["SessionStatus", "session.state"],
    ["EndReason", "session.end"],
    ["UsageAction", "receipt.action"],
    ["TransactionType", "wallet.type"],
    ["TransactionStatus", "wallet.status"],
    ["Achievement", "award"],
    ["Unit", "award"],
    ["SpecialistType", "badge"],
    ["ScopeWord", "dev.scope"],
    ["Kind", "dev.kind"],
    ["Mode", "dev.mode"],
  ])("have a message each: %s in %s", (schema, of) => {
    expect(words(schema)).not.toEqual([])
    expect(unsaid(of, words(schema))).toEqual([])
  })

  it("have a message for each kind of session but the usual one, of which nothing is said", () => {
    expect(unsaid("session.type", words("SessionType"))).toEqual(["session.type.hired"])
  })

  it("have two messages for each category, of which the API tells no list", () => {
    const source = readFileSync(join(ROOT, CATEGORIES), "utf8")
    const ids = [...source.matchAll(/^ {4}[A-Z_]+\(\s*"([^"]+)"/gm)].map(([, id]) => id as string)
    expect(ids).toContain("battle-royale")
    expect(unsaid("studio.category", [...ids, ...ids.map((id) => `${id}.about`)])).toEqual([])
  })
})

describe("what one may choose among", () => {
  it.each<[string, readonly string[], string[]]>([
    ["Rank", search.RANKS, words("Rank")],
    ["AgentType", search.TYPES, words("AgentType")],
    ["TransactionType", movements.TYPES, words("TransactionType")],
    ["TransactionStatus", movements.STATUSES, words("TransactionStatus")],
    ["SessionStatus", SESSION_STATES, words("SessionStatus")],
    ["ListingStatus", LISTING_STATES, words("ListingStatus")],
    ["ScopeWord", SCOPES, words("ScopeWord")],
    // Specialists have another one, and nobody makes a Specialist.
    ["Tool", [...TOOLS, "specialist_detection"], words("Tool")],
    ["act of an operator", ACTS, namesOf("ops.act")],
  ])("is all that there is: %s", (_, offered, there) => {
    expect([...offered].sort()).toEqual([...there].sort())
  })
})

describe("a drawn face", () => {
  it("has a sign of its own for each type of agent, and for no other", () => {
    expect(Object.keys(GLYPHS).sort()).toEqual(words("AgentType").sort())
    expect(new Set(Object.values(GLYPHS)).size).toBe(Object.keys(GLYPHS).length)
  })

  it("has the metal of each rank", () => {
    expect(Object.keys(METAL).sort()).toEqual(words("Rank").sort())
  })

  it.each(words("AgentType"))("shows what a %s is", (type) => {
    const drawn = JSON.stringify(Avatar({ face: { id: "nova", rank: "Gold", type }, size: 56 }))
    expect(drawn).toContain(GLYPHS[type])
  })
})
