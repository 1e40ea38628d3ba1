import type { AgentRequest, OwnAgent } from "@jiga/store"
import type { MessageId } from "../../app/messages"
import type { Values } from "../../app/text"
import type { AgentOptions } from "../../parts/rules"
import { COACH, leastRank, rankOf, voicesOf } from "./ranks"

export const TYPES = ["Assistant", "Mentor"] as const
export const SPEECHES = ["talks", "comments", "writes"] as const
export const TOOLS = [
  "general_gaming",
  "observation",
  "event_detection",
  "voice_instruction",
  "team_messaging",
  "turel",
  "learn",
] as const
export type Tool = (typeof TOOLS)[number]

/** An agent as its owner thinks of it, before the store has said yes. */
export interface AgentDraft {
  name: string
  description: string
  type: (typeof TYPES)[number]
  nationality: string
  provider: string
  rank: string
  /** One of three: the store lets nobody talk with the player and comment for others. */
  speech: (typeof SPEECHES)[number]
  memory: boolean
  tools: Tool[]
  language: string
  voiceId: string
  baseRate: number
}

/** What one begins with: the least of all, answered by the store's own coach. */
export function emptyDraft(options: AgentOptions): AgentDraft {
  const { rank, leastRate } = leastRank(options)
  return {
    name: "",
    description: "",
    type: "Assistant",
    nationality: "",
    provider: COACH,
    rank,
    speech: "talks",
    memory: false,
    tools: ["general_gaming"],
    language: "en-GB",
    voiceId: voicesOf(options, COACH)[0] ?? "",
    baseRate: leastRate,
  }
}

/** Which fields a step asks for, by the names that the store gives them. */
export const STEPS = [
  { id: "who", fields: ["name", "type", "nationality", "description"] },
  { id: "can", fields: ["provider", "rank", "features", "features.hasMemory", "toolkit", "specialization"] },
  { id: "speaks", fields: ["language", "voiceId"] },
  { id: "price", fields: ["baseRate"] },
] as const
export type StepId = (typeof STEPS)[number]["id"]

/** What follows from a change: a rank brings its price, a provider its voices, a Mentor what it cannot be without. */
export function changed(before: AgentDraft, changes: Partial<AgentDraft>, options: AgentOptions): AgentDraft {
  const draft = { ...before, ...changes }
  if (draft.provider === COACH) draft.rank = leastRank(options).rank
  if (draft.type === "Mentor") {
    draft.speech = "talks"
    draft.memory = true
    if (!draft.tools.includes("learn")) draft.tools = [...draft.tools, "learn"]
  }
  if (draft.speech !== "talks") draft.memory = false
  const voices = voicesOf(options, draft.provider)
  if (voices.length > 0 && !voices.includes(draft.voiceId)) draft.voiceId = voices[0] ?? ""
  const { leastRate, mostRate } = rankOf(options, draft.rank)
  if (draft.rank !== before.rank) draft.baseRate = Math.min(mostRate, Math.max(leastRate, draft.baseRate))
  return draft
}

interface Fault {
  says: MessageId
  values?: Values
}

const NAME = { least: 3, most: 50 }
export const MOST = { nationality: 60, description: 2000 }

/** Characters as a person counts them. */
export function characters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length
}

export function nameFault(name: string): Fault | undefined {
  const count = characters(name.trim())
  return count < NAME.least || count > NAME.most ? { says: "studio.fault.name", values: { count } } : undefined
}

/** What the store would refuse, by the name of its field, known before it is asked. */
export function faultsOf(draft: AgentDraft, options: AgentOptions): Partial<Record<string, Fault>> {
  const { leastRate: least, mostRate: most } = rankOf(options, draft.rank)
  const faults: Partial<Record<string, Fault>> = {}
  const name = nameFault(draft.name)
  if (name) faults.name = name
  if (!draft.nationality.trim()) faults.nationality = { says: "studio.fault.nationality" }
  else if (characters(draft.nationality) > MOST.nationality)
    faults.nationality = { says: "studio.fault.tooLong", values: { most: MOST.nationality } }
  if (characters(draft.description) > MOST.description)
    faults.description = { says: "studio.fault.tooLong", values: { most: MOST.description } }
  if (!/^[A-Za-z0-9_.:-]{1,100}$/.test(draft.voiceId)) faults.voiceId = { says: "studio.fault.voice" }
  if (!Number.isInteger(draft.baseRate) || draft.baseRate < least || draft.baseRate > most)
    faults.baseRate = { says: "studio.fault.rate", values: { least, most } }
  return faults
}

export function requestOf(draft: AgentDraft): AgentRequest {
  const { tools, speech, memory, description, name, nationality, ...rest } = draft
  return {
    ...rest,
    name: name.trim(),
    nationality: nationality.trim(),
    description: description.trim() || null,
    features: { hasVoiceChat: speech === "talks", hasCommentator: speech === "comments", hasMemory: memory },
    toolkit: tools,
  }
}

/** An agent said anew: what this page does not ask for stays as it was. */
export function replacementOf(agent: OwnAgent, draft: AgentDraft): AgentRequest {
  const others = agent.toolkit.filter((tool) => !TOOLS.some((known) => known === tool))
  return {
    ...requestOf(draft),
    toolkit: [...draft.tools, ...others],
    modelConfig: (agent.modelConfig as Record<string, unknown> | null | undefined) ?? null,
  }
}

/** What everybody may know of an agent, its own owner or not. */
export type Described = Pick<
  OwnAgent,
  | "name"
  | "description"
  | "type"
  | "nationality"
  | "provider"
  | "rank"
  | "features"
  | "toolkit"
  | "language"
  | "voiceId"
  | "baseRate"
>

export function draftOf(agent: Described): AgentDraft {
  const { features } = agent
  return {
    name: agent.name,
    description: agent.description,
    type: TYPES.find((type) => type === agent.type) ?? "Assistant",
    nationality: agent.nationality,
    provider: agent.provider,
    rank: agent.rank,
    speech: features.hasVoiceChat ? "talks" : features.hasCommentator ? "comments" : "writes",
    memory: features.hasMemory,
    tools: TOOLS.filter((tool) => agent.toolkit.includes(tool)),
    language: agent.language,
    voiceId: agent.voiceId,
    baseRate: agent.baseRate,
  }
}
