import {
  type Answer,
  ApiError,
  type HiredSession,
  JigaStore,
  type LiveEvents,
  type LiveSession,
  type LiveState,
  type Reply,
  verifyReceipt,
} from "../../src/index.js"
import * as SDK from "../../src/index.js"
import { warnAgain } from "../../src/transport.js"
import { type Person, somebody } from "../support/people.js"
import { differences, type Outcome } from "./expectations.js"
import type { Proxy } from "./proxy.js"

export interface Scenario {
  name: string
  title: string
  wallet?: number
  client?: Record<string, unknown>
  steps: Step[]
}

interface Step {
  do?: string
  with?: Record<string, unknown>
  as?: string
  expect?: Record<string, unknown>
  fault?: unknown
  now?: unknown
  check?: unknown
  events?: { order?: string[]; never?: string[]; count?: Record<string, number> }
}

const EVENTS = [
  "started",
  "response",
  "dofUpdate",
  "detected",
  "warning",
  "reconnecting",
  "reconnected",
  "ended",
  "error",
  "unknown",
] as const satisfies (keyof LiveEvents)[]

/** Acts out one scenario through the SDK's public surface. */
export class Performance {
  readonly #scenario: Scenario
  readonly #proxy: Proxy
  readonly #player: Person
  readonly #other: () => Promise<Person>
  readonly #store: JigaStore
  readonly #kept = new Map<string, Outcome>()
  readonly #later = new Map<string, Reply>()
  readonly #events: { name: string; about: unknown }[] = []
  #deprecations = 0
  #session: HiredSession | undefined
  #live: LiveSession | undefined

  private constructor(scenario: Scenario, proxy: Proxy, player: Person, other: () => Promise<Person>) {
    this.#scenario = scenario
    this.#proxy = proxy
    this.#player = player
    this.#other = other
    const { accessToken, refreshToken, deviceToken } = player
    warnAgain()
    this.#store = new JigaStore({
      baseUrl: proxy.url,
      accessToken,
      refreshToken,
      deviceToken,
      maxRetries: 2,
      timeout: 10_000,
      logger: { warn: () => (this.#deprecations += 1) },
      ...scenario.client,
    })
  }

  /** @returns why it failed, or undefined */
  static async of(
    scenario: Scenario,
    proxy: Proxy,
    store: string,
    other: () => Promise<Person>,
  ): Promise<string | undefined> {
    await proxy.forget()
    const performance = new Performance(scenario, proxy, await somebody(store, scenario.wallet), other)
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("it took more than 60 s")), 60_000)
    })
    try {
      await Promise.race([performance.#play(), tooLong])
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      clearTimeout(timer)
      await performance.#tidyUp()
    }
  }

  async #play(): Promise<void> {
    for (const [index, step] of this.#scenario.steps.entries()) {
      const wrong = await this.#step(step)
      if (wrong.length > 0)
        throw new Error(`step ${index + 1} (${step.do ?? Object.keys(step)[0]}): ${wrong.join("; ")}`)
    }
  }

  async #step(step: Step): Promise<string[]> {
    if (step.fault !== undefined) return this.#proxy.fault(step.fault)
    if (step.now !== undefined) return this.#proxy.now(step.now)
    if (step.check !== undefined) return this.#proxy.check(step.check)
    if (step.events !== undefined) return this.#judge(step.events)
    if (step.do === undefined) throw new Error("a step does something")
    const { error: wantedError, ...expected } = step.expect ?? {}
    let outcome: Outcome
    try {
      outcome = await this.#act(step.do, step.with ?? {}, step.as)
    } catch (error) {
      if (wantedError === undefined) throw new Error(`step '${step.do}' failed: ${String(error)}`, { cause: error })
      return differences(
        described(error, (wantedError as Outcome).type),
        wantedError as Record<string, unknown>,
        this.#kept,
      )
    }
    if (step.as !== undefined) this.#kept.set(step.as, outcome)
    if (wantedError !== undefined) return ["it should have failed"]
    return differences(outcome, expected, this.#kept)
  }

  async #act(what: string, given: Record<string, unknown>, as: string | undefined): Promise<Outcome> {
    const store = this.#store
    const keyed = given.idempotencyKey === undefined ? {} : { idempotencyKey: given.idempotencyKey as string }
    switch (what) {
      case "hire": {
        const { listing, dofAllocation } = given as { listing: string; dofAllocation: number }
        this.#session = await store.marketplace.hire(listing, { dofAllocation }, keyed)
        return { sessionId: this.#session.id, dofAllocated: this.#session.contract.dofAllocated }
      }
      case "connect": {
        const live = (this.#live = await this.session.connect())
        for (const name of EVENTS) live.on(name, (about: unknown) => void this.#events.push({ name, about }))
        return { state: live.state }
      }
      case "say":
        return answered(this.live.say(given.text as string))
      case "sayLater":
        this.#later.set(as ?? "", this.live.say(given.text as string))
        return {}
      case "answer": {
        const reply = this.#later.get(given.of as string)
        if (!reply) throw new Error(`nothing was said as '${String(given.of)}'`)
        return answered(reply)
      }
      case "sayUnheard":
        this.live.say(given.text as string)
        return {}
      case "gameEvent": {
        const { kind, ...about } = given as { kind: string }
        return { ...(await this.live.gameEvent(kind, about)) }
      }
      case "pause":
        await this.live.pause()
        return { state: this.live.state }
      case "resume":
        await this.live.resume()
        return { state: this.live.state }
      case "end":
        return { ...(await this.live.end()) }
      case "listenerThatThrows":
        this.live.on(given.event as keyof LiveEvents, () => {
          throw new Error("this listener throws")
        })
        return {}
      case "waitFor":
        return this.#waitFor(given)
      case "sample":
        return this.#sample(given.seconds as number)
      case "cost": {
        const { consumed, remaining, rate } = this.live.cost
        return { consumed, remaining, rate }
      }
      case "session": {
        const { status, dof, endReason } = await store.sessions.get(this.session.id)
        return { status, consumed: dof.consumed, endReason }
      }
      case "endElsewhere":
        return { ...(await store.sessions.end(this.session.id)) }
      case "usage": {
        const limit = given.limit === undefined ? {} : { limit: given.limit as number }
        const lines = await store.sessions.usage(this.session.id, limit).toArray({ limit: 10_000 })
        const chats = lines.filter(({ action }) => action === "chat")
        const total = lines.reduce((sum, { dof }) => sum + dof, 0)
        return {
          lines: lines.length,
          total,
          chats: chats.length,
          duplicates: chats.length - new Set(chats.map(({ seq }) => seq)).size,
        }
      }
      case "sessions":
        return { count: (await store.sessions.list().toArray({ limit: 1_000 })).length }
      case "wallet":
        return { ...(await store.wallet.get()) }
      case "transfer": {
        const toUserId = (await this.#other()).id
        return { fee: (await store.wallet.transfer({ toUserId, amount: given.amount as number }, keyed)).fee }
      }
      case "search": {
        const found = await store.marketplace.search(given).toArray({ limit: 1_000 })
        const ids = new Set(found.map(({ listingId }) => listingId))
        return { count: found.length, different: ids.size, ranks: [...new Set(found.map(({ agent }) => agent.rank))] }
      }
      case "together": {
        const { calls, what: resource } = given as { calls: number; what: "profile" | "wallet" }
        const settled = await Promise.allSettled(Array.from({ length: calls }, () => store[resource].get()))
        const succeeded = settled.filter(({ status }) => status === "fulfilled").length
        return { succeeded, failed: calls - succeeded }
      }
      case "notification":
        return { count: (await store.notifications.list().toArray({ limit: 1_000 })).length }
      case "review": {
        const { rating, comment } = given as { rating: number; comment: string }
        return { rating: (await store.sessions.review(this.session.id, { rating, comment })).rating }
      }
      case "verifyReceipt": {
        const { receipt } = await store.sessions.receipt(this.session.id)
        const claims = await verifyReceipt(given.tampered === true ? tampered(receipt) : receipt, {
          jwks: await store.jwks(),
        })
        return { consumed: claims.consumed, sessionId: claims.sessionId }
      }
      case "warnings":
        return { count: this.#deprecations }
      case "sleep":
        await wait((given.seconds as number) * 1000)
        return {}
      default:
        throw new Error(`There is no '${what}' to do.`)
    }
  }

  get session(): HiredSession {
    if (!this.#session) throw new Error("nothing is hired")
    return this.#session
  }

  get live(): LiveSession {
    if (!this.#live) throw new Error("nothing is connected")
    return this.#live
  }

  async #waitFor(given: Record<string, unknown>): Promise<Outcome> {
    const {
      event,
      state,
      count = 1,
      within = 20,
    } = given as { event?: string; state?: LiveState; count?: number; within?: number }
    for (const end = Date.now() + within * 1000; Date.now() < end; await wait(20)) {
      if (state !== undefined && this.live.state === state) return { state }
      const heard = this.#told(event)
      if (event !== undefined && heard.length >= count) return { ...(heard.at(-1)?.about as Outcome) }
    }
    throw new Error(`${event ?? state} did not come within ${within} s`)
  }

  async #sample(seconds: number): Promise<Outcome> {
    const seen: number[] = []
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) seen.push(this.live.cost.consumed)
    const falls = seen.filter((value, index) => index > 0 && value < (seen[index - 1] ?? 0)).length
    return { first: seen[0], last: seen.at(-1), highest: Math.max(...seen), falls }
  }

  #judge({ order = [], never = [], count = {} }: NonNullable<Step["events"]>): string[] {
    const names = this.#events.map(({ name }) => name)
    const wrong: string[] = []
    let from = 0
    for (const name of order) {
      const at = names.indexOf(name, from)
      if (at < 0) wrong.push(`no ${name} in its place among ${names.filter((each) => each !== "dofUpdate").join(" ")}`)
      else from = at + 1
    }
    for (const name of never) {
      const found = this.#events.find((event) => event.name === name)
      if (found) wrong.push(`${name} was told: ${JSON.stringify(found.about)} ${String(found.about)}`)
    }
    for (const [name, wanted] of Object.entries(count)) {
      const seen = this.#told(name).length
      if (seen !== wanted) wrong.push(`${name} was told ${seen} times, expected ${wanted}`)
    }
    return wrong
  }

  /** `response.done` is the last part of an answer. */
  #told(event: string | undefined): { name: string; about: unknown }[] {
    if (event !== "response.done") return this.#events.filter(({ name }) => name === event)
    return this.#events.filter(({ name, about }) => name === "response" && (about as { done: boolean }).done)
  }

  async #tidyUp(): Promise<void> {
    await this.#live?.close()
    // At the store itself: the proxy may still refuse.
    for await (const { id, status } of this.#player.store.sessions.list()) {
      if (!["ended", "expired", "failed"].includes(status)) await this.#player.store.sessions.end(id).catch(() => {})
    }
  }
}

async function answered(reply: Reply): Promise<Outcome> {
  const parts: string[] = []
  for await (const { text, restart } of reply) {
    if (restart) parts.length = 0
    parts.push(text)
  }
  const { dofConsumed }: Answer = await reply
  return { text: parts.join(""), parts: parts.length, dofConsumed }
}

/** Of one of the kinds that it is, the one that is wanted: a ValidationError is an ApiError too. */
function described(error: unknown, wanted: unknown): Outcome {
  if (!(error instanceof Error)) return { type: typeof error }
  const Kind = (SDK as unknown as Record<string, unknown>)[String(wanted)]
  const isOne = typeof Kind === "function" && error instanceof Kind
  const about: Outcome = { type: isOne ? wanted : error.name, message: error.message }
  for (const member of [
    "code",
    "status",
    "required",
    "available",
    "shortfall",
    "topUpUrl",
    "retryAfter",
    "reason",
    "bill",
  ]) {
    about[member] = (error as unknown as Outcome)[member]
  }
  if (error instanceof ApiError) about.requestId = error.requestId
  return about
}

/** One digit of a claim is another. */
function tampered(receipt: string): string {
  const [head, body = "", signature] = receipt.split(".")
  const claims = Buffer.from(body, "base64url")
    .toString()
    .replace(/"allocated":(\d)/, (_, digit: string) => `"allocated":${(Number(digit) % 9) + 1}`)
  return [head, Buffer.from(claims).toString("base64url"), signature].join(".")
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
