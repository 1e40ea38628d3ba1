/**
 * What the elements say, in English unless you give your own words.
 *
 * @example
 * ```ts
 * const meter = document.querySelector("jiga-meter")
 * const german: Partial<Labels> = { cost: "Kosten dieser Sitzung", used: (dof) => `${dof} DOF verbraucht` }
 * if (meter) meter.labels = german
 * ```
 */
export interface Labels {
  /** Names the meter for those who do not see it. */
  cost: string
  used(dof: string): string
  left(dof: string): string
  timeLeft(time: string): string
  paused: string
  low(percent: string): string
  returned(dof: string): string
  /** Names the conversation for those who do not see it. */
  conversation: string
  empty: string
  message: string
  send: string
  you: string
  agent: string
  price(dof: string): string
  connecting: string
  reconnecting: string
  reconnected: string
  resume: string
  failed: string
  again: string
  ended: string
}

/** @internal */
export const ENGLISH: Labels = {
  cost: "Cost of this session",
  used: (dof) => `${dof} DOF used`,
  left: (dof) => `${dof} left`,
  timeLeft: (time) => `about ${time}`,
  paused: "Paused: the clock stands.",
  low: (percent) => `Less than ${percent} left.`,
  returned: (dof) => `${dof} DOF returned.`,
  conversation: "Conversation with the agent",
  empty: "Say something, or ask how you are doing.",
  message: "Message to the agent",
  send: "Send",
  you: "You",
  agent: "Agent",
  price: (dof) => `${dof} DOF`,
  connecting: "Connecting…",
  reconnecting: "The line is broken. What you say is sent when it is back.",
  reconnected: "The line is back.",
  resume: "Resume",
  failed: "This was not answered.",
  again: "Say it again",
  ended: "The session is over.",
}
