import { randomUUID } from "node:crypto"
import { JigaStore } from "@jiga/store"
import { STORE } from "./browser"

const PASSWORD = "river-lantern-orchard"
const NOTE = "jiga.signed-in"

interface State {
  cookies: {
    name: string
    value: string
    domain: string
    path: string
    expires: number
    httpOnly: boolean
    secure: boolean
    sameSite: "Strict"
  }[]
  origins: { origin: string; localStorage: { name: string; value: string }[] }[]
}

/** Somebody with an account, and what they do by the API, so that a journey begins where it is about something. */
export class Person {
  readonly email: string
  readonly #password: string
  #token = ""
  id = ""

  private constructor(email: string, password: string) {
    this.email = email
    this.#password = password
  }

  /** One of those that a store has from the start. */
  static async known(email: string, password = "try-the-store"): Promise<Person> {
    const person = new Person(email, password)
    person.#enter(await person.#begin("/auth/login", { email, password }))
    return person
  }

  static operator(): Promise<Person> {
    return Person.known(
      process.env.JIGA_ADMIN_EMAIL ?? "operator@demo.jiga.local",
      process.env.JIGA_ADMIN_PASSWORD ?? "a passphrase for operators",
    )
  }

  static async new(displayName = "Ada"): Promise<Person> {
    const person = new Person(`web-${randomUUID()}@example.org`, PASSWORD)
    person.#enter(await person.#begin("/auth/register", { email: person.email, password: PASSWORD, displayName }))
    return person
  }

  #enter({ body }: { body: { accessToken: string; user: { id: string } } }): void {
    this.#token = body.accessToken
    this.id = body.user.id
  }

  async #begin(path: string, body: object) {
    const answer = await fetch(`${STORE}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, cookie: true }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return { cookies: answer.headers.getSetCookie(), body: await answer.json() }
  }

  /** A sign-in of its own, as a browser keeps it. */
  async signIn(): Promise<State> {
    const { cookies } = await this.#begin("/auth/login", { email: this.email, password: this.#password })
    const { hostname, origin, protocol } = new URL(STORE)
    return {
      cookies: cookies.map((cookie) => {
        const [, name = "", value = "", path = "/"] = /^([^=]+)=([^;]*);.*?path=([^;]+)/i.exec(cookie) ?? []
        return {
          name,
          value,
          path,
          domain: hostname,
          expires: -1,
          httpOnly: true,
          secure: protocol === "https:",
          sameSite: "Strict",
        }
      }),
      origins: [{ origin, localStorage: [{ name: NOTE, value: "1" }] }],
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: each journey knows what it asks for
  async api<T = any>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${STORE}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && { "content-type": "application/json" }),
        ...(method === "POST" && { "idempotency-key": randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text ? JSON.parse(text) : undefined) as T
  }

  /** Buys the smallest package, with the sandbox's card. */
  async buys(bought = "bronze"): Promise<void> {
    const { transactionId } = await this.api("POST", "/transactions/purchase", {
      package: bought,
      paymentMethod: "sandbox",
      returnUrl: `${STORE}/wallet`,
    })
    const paid = await fetch(`${STORE}/checkout/${transactionId}/pay`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"card":"success"}',
    })
    if (!paid.ok) throw new Error(`The payment: ${paid.status} ${await paid.text()}`)
    await until(async () => (await this.api("GET", `/transactions/${transactionId}`)).status === "completed")
  }

  async hires(listing: string, dofAllocation = 5_000, message?: string): Promise<{ id: string }> {
    const { sessionId } = await this.api("POST", `/marketplace/${listing}/hire`, {
      dofAllocation,
      ...(message && { message }),
    })
    return { id: sessionId }
  }

  /** Hires, asks, and ends: a session that was paid for. */
  async plays(listing: string, question = "They push B, what now?"): Promise<string> {
    const { id } = await this.hires(listing)
    const store = new JigaStore({ baseUrl: STORE, accessToken: () => this.#token })
    const live = await store.sessions.connect(id)
    await live.say(question)
    await live.end()
    await until(async () => (await this.api("GET", `/sessions/${id}`)).settlement !== "held")
    return id
  }

  /** An agent of one's own that costs nothing to make, and is not published. */
  async makesAgent(about: object = {}): Promise<{ id: string }> {
    return this.api("POST", "/agents", {
      name: `Rook ${randomUUID().slice(0, 8)}`,
      rank: "Bronze",
      type: "Assistant",
      provider: "builtin",
      nationality: "Norway",
      language: "en",
      voiceId: "us_male_algenib",
      features: { hasVoiceChat: true, hasCommentator: false, hasMemory: false },
      toolkit: ["general_gaming"],
      ...about,
    })
  }
}

/** What players read of an agent. */
export function listing(about: object = {}): object {
  return {
    listing: {
      title: "A ranger at your side",
      description: "Watches your back and tells what it sees.",
      category: ["coaching"],
      tags: ["calm"],
      games: ["Valorant"],
      pricing: { baseRate: 3_000 },
      availability: { schedule: "always" },
      ...about,
    },
  }
}

/** Asks until it is so: what the store does behind an answer takes a moment. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isSo()) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error("It did not come to be.")
}
