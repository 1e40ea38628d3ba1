import type { Notification } from "@jiga/store"
import type { MessageId } from "../app/messages"
import { endMessage } from "./sessions"

/** A message, and what stands in it. */
export interface Sentence {
  id: MessageId
  values: Record<string, Value>
}

/** An amount, a time and a sentence are said as the reader's language says them. */
export type Value = string | number | { dof: number } | { seconds: number } | Sentence

export interface Told {
  title: Sentence
  text: Sentence
}

type Facts = NonNullable<Notification["params"]>

const TRANSACTIONS = ["purchase", "hire", "transfer", "variant_creation", "refund", "sellback", "grant"] as const

/** What a notification says, by its kind and figures; nothing where a newer store says what is not known here. */
export function told({ kind, params }: Pick<Notification, "kind" | "params">): Told | undefined {
  if (!params) return undefined
  switch (kind) {
    case "agent_published":
      return both("news.agent_published.title", "news.agent_published.text", { agentName: params.agentName })
    case "review_received":
      return both("news.review_received.title", "news.review_received.text", { rating: params.rating })
    case "session_ended":
      return ended(params)
    case "agent_session_ended":
      return agentEnded(params)
    case "transaction_completed":
      return completed(params)
    case "transfer_received":
      return both("news.transfer_received.title", "news.transfer_received.text", { amount: dof(params.amount) })
    case "earning":
      return both("news.earning.title", "news.earning.text", { amount: dof(params.amount), total: dof(params.total) })
    case "listing_moderated":
      return moderated(params)
    default:
      return undefined
  }
}

function ended({ sessionType, reason, activeMillis, amount, allocated }: Facts): Told | undefined {
  const title = "news.session_ended.title"
  const why = reason ? endMessage(reason) : "session.end.other"
  if (why === "session.end.other") return undefined
  if (why === "session.end.never_connected") return both(title, why, {})
  const run = { why: { id: why, values: {} }, lasted: seconds(activeMillis) }
  switch (sessionType) {
    case "trial":
      return both(title, "news.session_ended.free", run)
    case "hired":
    case "owned":
      return both(title, "news.session_ended.charged", { ...run, amount: dof(amount), allocated: dof(allocated) })
    default:
      return undefined
  }
}

function agentEnded({ sessionType, reason, activeMillis, amount }: Facts): Told | undefined {
  const title = "news.agent_session_ended.title"
  if (reason === "never_connected") return both(title, "news.agent_session_ended.never", {})
  const lasted = seconds(activeMillis)
  switch (sessionType) {
    case "trial":
      return both(title, "news.agent_session_ended.trial", { lasted })
    case "hired":
    case "owned":
      return both(title, "news.agent_session_ended.charged", { lasted, amount: dof(amount) })
    default:
      return undefined
  }
}

function completed({ transactionType, amount }: Facts): Told | undefined {
  const type = TRANSACTIONS.find((known) => known === transactionType)
  if (!type) return undefined
  const of = `news.transaction_completed.${type}` as const
  if (type === "hire" && amount === 0) return both(`${of}.title`, "news.transaction_completed.hire.nothing", {})
  return both(`${of}.title`, `${of}.text`, { amount: dof(amount) })
}

function moderated({ agentName, status, reason }: Facts): Told | undefined {
  if (!status) return undefined
  const way = status === "suspended" ? "down" : "up"
  const values = { agentName, reason }
  return both(`news.listing_moderated.${way}.title`, `news.listing_moderated.${way}.text`, values)
}

/** Nothing where a value is missing: a sentence with a hole says less than the store's own. */
function both(title: MessageId, text: MessageId, said: Record<string, Value | null | undefined>): Told | undefined {
  const values: Record<string, Value> = {}
  for (const [name, value] of Object.entries(said)) {
    if (value === null || value === undefined) return undefined
    values[name] = value
  }
  return { title: { id: title, values }, text: { id: text, values } }
}

function dof(amount: number | null | undefined): Value | undefined {
  return typeof amount === "number" ? { dof: amount } : undefined
}

function seconds(millis: number | null | undefined): Value | undefined {
  return typeof millis === "number" ? { seconds: millis / 1000 } : undefined
}
