import type { Notification } from "@jiga/store"
import { beforeAll, describe, expect, it } from "vitest"
import { allMessages, valuesOf } from "../../test/messages"
import { LOCALES } from "../app/locale"
import { speakIn } from "../app/text"
import { told } from "./told"

type Params = NonNullable<Notification["params"]>

const SESSION: Params = {
  sessionType: "hired",
  reason: "ended_by_operator",
  activeMillis: 65_500,
  allocated: 20_000,
  amount: 1_200,
}
const lasted = { seconds: 65.5 }
const why = { id: "session.end.ended_by_operator", values: {} }

function expectTold(kind: string, params: Params, title: string, text: string, values: object) {
  expect(told({ kind, params })).toEqual({ title: { id: title, values }, text: { id: text, values } })
  for (const locale of LOCALES) {
    const said = allMessages(locale)
    expect(valuesOf(`${said[title]} ${said[text]}`), `${locale}: ${text}`).toEqual(Object.keys(values).sort())
  }
}

beforeAll(() => speakIn("en"))

describe("what is told", () => {
  it("of an agent that was published", () => {
    const params = { agentName: "Kestrel" }
    expectTold("agent_published", params, "news.agent_published.title", "news.agent_published.text", params)
  })

  it("of a review", () => {
    const params = { rating: 4 }
    expectTold("review_received", params, "news.review_received.title", "news.review_received.text", params)
  })

  it.each([
    ["hired", "news.session_ended.charged", { why, lasted, amount: { dof: 1_200 }, allocated: { dof: 20_000 } }],
    ["owned", "news.session_ended.charged", { why, lasted, amount: { dof: 1_200 }, allocated: { dof: 20_000 } }],
    ["trial", "news.session_ended.free", { why, lasted }],
  ])("of a session (%s) to its player: why it ended, how long it was, what it cost", (sessionType, text, values) => {
    expectTold("session_ended", { ...SESSION, sessionType }, "news.session_ended.title", text, values)
  })

  it.each([
    ["hired", "news.agent_session_ended.charged", { lasted, amount: { dof: 1_200 } }],
    ["trial", "news.agent_session_ended.trial", { lasted }],
  ])("of a session (%s) to the agent's owner: how long it was", (sessionType, text, values) => {
    expectTold("agent_session_ended", { ...SESSION, sessionType }, "news.agent_session_ended.title", text, values)
  })

  it.each([
    ["session_ended", "session.end.never_connected"],
    ["agent_session_ended", "news.agent_session_ended.never"],
  ])("of a session that nobody opened: no figures (%s)", (kind, text) => {
    expectTold(kind, { ...SESSION, reason: "never_connected" }, `news.${kind}.title`, text, {})
  })

  it.each(["purchase", "hire", "transfer", "variant_creation", "refund", "sellback", "grant"])("of a %s", (type) => {
    const id = `news.transaction_completed.${type}`
    const params = { transactionType: type, amount: 500 }
    expectTold("transaction_completed", params, `${id}.title`, `${id}.text`, { amount: { dof: 500 } })
  })

  it("of a hire that cost nothing", () => {
    const id = "news.transaction_completed.hire"
    const params = { transactionType: "hire", amount: 0 }
    expectTold("transaction_completed", params, `${id}.title`, `${id}.nothing`, {})
  })

  it("of a transfer to whoever receives it", () => {
    const values = { amount: { dof: 300 } }
    expectTold(
      "transfer_received",
      { amount: 300 },
      "news.transfer_received.title",
      "news.transfer_received.text",
      values,
    )
  })

  it("of what an agent earned", () => {
    const values = { amount: { dof: 900 }, total: { dof: 1_200 } }
    expectTold("earning", { amount: 900, total: 1_200 }, "news.earning.title", "news.earning.text", values)
  })

  it.each([
    ["suspended", "down"],
    ["active", "up"],
  ])("of a listing that is %s, in the operator's words", (status, way) => {
    const values = { agentName: "Kestrel", reason: "Its picture is not yours." }
    const id = `news.listing_moderated.${way}`
    expectTold("listing_moderated", { ...values, status }, `${id}.title`, `${id}.text`, values)
  })
})

describe("nothing is told", () => {
  it.each<[string, string, Params | null]>([
    ["a kind that is not known", "agent_promoted", { agentName: "Kestrel" }],
    ["a transaction that is not known", "transaction_completed", { transactionType: "lottery", amount: 1 }],
    ["a type of session that is not known", "session_ended", { ...SESSION, sessionType: "shared" }],
    ["a type of session that is not known to the owner", "agent_session_ended", { ...SESSION, sessionType: "shared" }],
    ["a reason that is not known", "session_ended", { ...SESSION, reason: "power_cut" }],
    ["a session without its amount", "session_ended", { ...SESSION, amount: null }],
    ["an earning without what it is a part of", "earning", { amount: 900 }],
    ["a listing without its status", "listing_moderated", { agentName: "Kestrel", reason: "So." }],
    ["a notification of an older store", "earning", null],
  ])("of %s", (_, kind, params) => {
    expect(told({ kind, params })).toBeUndefined()
  })
})
