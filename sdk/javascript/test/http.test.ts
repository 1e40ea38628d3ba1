import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { inspect } from "node:util"
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  InsufficientDofsError,
  JigaError,
  JigaStore,
  type JigaStoreOptions,
  NotFoundError,
  RateLimitError,
  TimeoutError,
  ValidationError,
} from "../src/index.js"
import { warnAgain } from "../src/transport.js"
import { VERSION } from "../src/environment.js"
import { PretendStore, problem } from "./support/pretend-store.js"

const SECRET = "jiga_test_abcdefghijklmnop"
const JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"

function client(store: PretendStore, options: JigaStoreOptions = {}): JigaStore {
  return new JigaStore({ baseUrl: store.url, accessToken: JWT, ...options })
}

describe("a call that may be repeated", { concurrency: true }, () => {
  it("is tried again when the store is busy, under one idempotency key", async () => {
    await using store = await PretendStore.start()
    store.on("POST /transactions/transfer", problem(503, "UNAVAILABLE"), 2)
    store.on("POST /transactions/transfer", { status: 201, body: { fee: 10 } }, 0)
    let tries = 0
    store.on("POST /transactions/transfer", () =>
      ++tries < 3 ? problem(503, "UNAVAILABLE") : { status: 201, body: { fee: 10 } },
    )
    assert.equal((await client(store).wallet.transfer({ toUserId: "u2", amount: 100 })).fee, 10)
    const keys = store.calls("POST /transactions/transfer").map(({ headers }) => headers["idempotency-key"])
    assert.equal(keys.length, 3)
    assert.equal(new Set(keys).size, 1)
    assert.match(String(keys[0]), /^\d+-\d+$/)
  })

  it("is tried again when the answer is lost", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", { body: { displayName: "Ada" } })
    store.on("GET /profile", "hang up", 1)
    assert.equal((await client(store).profile.get()).displayName, "Ada")
    assert.equal(store.calls("GET /profile").length, 2)
  })

  it("is named by what a page without TLS has, too", async (test) => {
    test.mock.method(crypto, "randomUUID", () => assert.fail("only over TLS"))
    await using store = await PretendStore.start()
    store.on("POST /transactions/transfer", { status: 201, body: {} })
    await client(store).wallet.transfer({ toUserId: "u2", amount: 10 })
    assert.match(String(store.heard[0]?.headers["idempotency-key"]), /^\d{10,20}-\d{10,20}$/)
  })

  it("has the key that the caller gives", async () => {
    await using store = await PretendStore.start()
    store.on("POST /transactions/transfer", { status: 201, body: { fee: 1 } })
    await client(store).wallet.transfer({ toUserId: "u2", amount: 10 }, { idempotencyKey: "match-7" })
    assert.equal(store.heard[0]?.headers["idempotency-key"], "match-7")
  })

  it("has another key when it is another call", async () => {
    await using store = await PretendStore.start()
    store.on("POST /transactions/transfer", { status: 201, body: { fee: 1 } })
    for (let i = 0; i < 2; i++) await client(store).wallet.transfer({ toUserId: "u2", amount: 10 })
    assert.equal(new Set(store.heard.map(({ headers }) => headers["idempotency-key"])).size, 2)
  })

  it("waits as long as the store asks", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", { body: {} })
    store.on(
      "GET /profile",
      () => ({ ...(problem(429, "RATE_LIMITED") as object), headers: { "retry-after": "1" } }),
      1,
    )
    const began = Date.now()
    await client(store).profile.get()
    assert.ok(Date.now() - began >= 1_000)
  })

  it("is not waited for when the store asks for an hour", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", () => ({
      ...(problem(429, "RATE_LIMITED") as object),
      headers: { "retry-after": "3600" },
    }))
    await assert.rejects(
      client(store).profile.get(),
      (error) => error instanceof RateLimitError && error.retryAfter === 3600,
    )
    assert.equal(store.heard.length, 1)
  })

  it("that deletes is done when a later try does not find it any more", async () => {
    await using store = await PretendStore.start()
    store.on("DELETE /api-keys/k1", problem(404, "API_KEY_NOT_FOUND"))
    store.on("DELETE /api-keys/k1", "hang up", 1)
    await client(store).apiKeys.delete("k1")
    await assert.rejects(client(store).apiKeys.delete("k1"), NotFoundError)
  })

  it("is given up after as many tries as were asked for", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", problem(503, "UNAVAILABLE"))
    await assert.rejects(
      client(store, { maxRetries: 1 }).profile.get(),
      (error) => error instanceof ApiError && error.retryable,
    )
    assert.equal(store.heard.length, 2)
  })
})

describe("what answers is no store", { concurrency: true }, () => {
  for (const body of ["", "<html>Please sign in</html>", "null", '"welcome"', "42"]) {
    it(`when it says ${body || "nothing"}: it is asked again, and then that is what is told`, async () => {
      await using store = await PretendStore.start()
      store.on("GET /profile/wallet", { body: { available: 7 } })
      store.on("GET /profile/wallet", { body }, 1)
      assert.equal((await client(store).wallet.get()).available, 7)
      store.on(".*", { body })
      const { wallet, players, marketplace, sessions } = client(store, { maxRetries: 1 })
      const calls = [
        () => wallet.get(),
        () => players.createToken("p1"),
        () => marketplace.hire("nova", { dofAllocation: 20_000 }),
        () => sessions.end("s1"),
      ]
      for (const call of calls) {
        const before = store.heard.length
        await assert.rejects(call(), (error) => error instanceof ConnectionError && /no store/.test(error.message))
        assert.equal(store.heard.length - before, 2)
      }
    })
  }

  it("is an ApiError all the same when it refuses without a word", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", { status: 502, body: "null" })
    await assert.rejects(client(store, { maxRetries: 0 }).profile.get(), (error) => {
      return error instanceof ApiError && error.code === "HTTP_502" && /something before it/.test(error.detail)
    })
  })
})

describe("a call that may not be repeated", { concurrency: true }, () => {
  it("is sent once, when its answer is lost", async () => {
    await using store = await PretendStore.start()
    store.on("POST /auth/login", "hang up")
    await assert.rejects(client(store).auth.login({ email: "a@example.org", password: "x" }), ConnectionError)
    assert.equal(store.heard.length, 1)
  })

  it("says that it may have been done, when nobody knows", async () => {
    await using store = await PretendStore.start()
    const calls: ((store: JigaStore) => Promise<unknown>)[] = [
      ({ apiKeys }) => apiKeys.create({ name: "x", kind: "secret", mode: "test", scopes: ["hire"] }),
      ({ apiKeys }) => apiKeys.rotate("k1"),
      ({ profile }) => profile.replace({ displayName: "Ada" }, { headers: { "If-Match": '"1"' } }),
    ]
    for (const lost of ["hang up", "never", { body: "<html>" }] as const) {
      store.on(".*", lost)
      const asked = client(store, lost === "never" ? { timeout: 1_000 } : {})
      for (const call of calls) {
        await assert.rejects(call(asked), (error) => {
          return error instanceof JigaError && !error.retryable && /may have been done: look before/.test(error.message)
        })
      }
    }
    assert.equal(store.heard.length, 9)
  })

  it("does not say so when it was not", async () => {
    await using store = await PretendStore.start()
    store.on(".*", problem(503, "UNAVAILABLE"))
    for (const baseUrl of [store.url, "http://127.0.0.1:2", "http://localhost:2", "http://nowhere.invalid"]) {
      await assert.rejects(client(store, { baseUrl }).apiKeys.rotate("k1"), (error) => {
        return error instanceof JigaError && error.retryable && !/may have been done/.test(error.message)
      })
    }
  })

  it("is sent once, when the store is busy", async () => {
    await using store = await PretendStore.start()
    store.on("POST /auth/login", problem(503, "UNAVAILABLE"))
    await assert.rejects(client(store).auth.login({ email: "a@example.org", password: "x" }), ApiError)
    assert.equal(store.heard.length, 1)
  })

  it("is a replacement that asks for one version", async () => {
    await using store = await PretendStore.start()
    store.on("PUT /profile", "hang up")
    await assert.rejects(
      client(store).profile.replace({ displayName: "Ada" }, { headers: { "If-Match": '"1"' } }),
      ConnectionError,
    )
    assert.equal(store.heard.length, 1)
  })
})

describe("giving up", { concurrency: true }, () => {
  it("is a TimeoutError when the store says nothing in time", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", "never")
    await assert.rejects(client(store, { timeout: 50, maxRetries: 0 }).profile.get(), TimeoutError)
  })

  it("throws the caller's own reason, at once", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", "never")
    const reason = new Error("enough")
    const controller = new AbortController()
    const asked = client(store).profile.get({ signal: controller.signal })
    controller.abort(reason)
    await assert.rejects(asked, reason)
  })

  it("ends a wait between two tries", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", () => ({ ...(problem(503, "UNAVAILABLE") as object), headers: { "retry-after": "30" } }))
    const began = Date.now()
    await assert.rejects(client(store).profile.get({ signal: AbortSignal.timeout(100) }), { name: "TimeoutError" })
    assert.ok(Date.now() - began < 5_000)
  })
})

describe("a token that has expired", { concurrency: true }, () => {
  const fresh = { accessToken: "fresh", refreshToken: "r2", expiresIn: 900 }

  function expiring(store: PretendStore): void {
    store.on("GET /profile", ({ headers }) =>
      headers.authorization === "Bearer fresh" ? { body: { displayName: "Ada" } } : problem(401, "INVALID_TOKEN"),
    )
    store.on("POST /auth/refresh", { body: fresh })
  }

  it("is renewed once for all calls that wait", async () => {
    await using store = await PretendStore.start()
    expiring(store)
    const jiga = client(store, { refreshToken: "r1" })
    const profiles = await Promise.all(Array.from({ length: 20 }, () => jiga.profile.get()))
    assert.ok(profiles.every(({ displayName }) => displayName === "Ada"))
    assert.equal(store.calls("POST /auth/refresh").length, 1)
  })

  it("is renewed once for clients that share it", async () => {
    await using store = await PretendStore.start()
    expiring(store)
    const jiga = client(store, { refreshToken: "r1" })
    await Promise.all([jiga.profile.get(), jiga.withOptions({ timeout: 5_000 }).profile.get()])
    assert.equal(store.calls("POST /auth/refresh").length, 1)
  })

  it("is not renewed again by a page that finds another's in the storage", async () => {
    await using store = await PretendStore.start()
    expiring(store)
    let reads = 0
    const tokens = {
      read: () =>
        ++reads === 1 ? { accessToken: "old", refreshToken: "r1" } : { accessToken: "fresh", refreshToken: "r2" },
      write: () => assert.fail("nothing is written"),
    }
    assert.equal((await new JigaStore({ baseUrl: store.url, tokens }).profile.get()).displayName, "Ada")
    assert.equal(store.calls("POST /auth/refresh").length, 0)
  })

  it("is asked of the caller's own source", async () => {
    await using store = await PretendStore.start()
    expiring(store)
    let asked = 0
    const jiga = new JigaStore({ baseUrl: store.url, playerToken: () => (++asked === 1 ? "old" : "fresh") })
    await Promise.all([jiga.profile.get(), jiga.profile.get(), jiga.profile.get()])
    assert.equal(asked, 2)
  })

  it("ends the sign-in when there is nothing to renew it with", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", problem(401, "INVALID_TOKEN"))
    store.on("POST /auth/refresh", problem(401, "REFRESH_TOKEN_REUSED"))
    await assert.rejects(client(store, { refreshToken: "r1" }).profile.get(), (error) => {
      return error instanceof AuthenticationError && error.code === "INVALID_TOKEN"
    })
  })

  it("is exchanged once when that answer is lost, because a second time would end the sign-in", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", problem(401, "INVALID_TOKEN"))
    store.on("POST /auth/refresh", "hang up")
    await assert.rejects(client(store, { refreshToken: "r1" }).profile.get({ maxRetries: 0 }), ConnectionError)
    assert.equal(store.calls("POST /auth/refresh").length, 1)
  })

  it("is exchanged again when the store can tell the device", async () => {
    await using store = await PretendStore.start()
    expiring(store)
    store.on("POST /auth/refresh", "hang up", 1)
    let kept: object | undefined
    const tokens = {
      read: () => (kept ?? { accessToken: "old", refreshToken: "r1", deviceToken: "d1" }) as { accessToken: string },
      write: (tokens: object | undefined) => void (kept = tokens),
    }
    await new JigaStore({ baseUrl: store.url, tokens }).profile.get()
    assert.deepEqual(kept, { accessToken: "fresh", refreshToken: "r2", deviceToken: "d1" })
  })
})

describe("a refusal", { concurrency: true }, () => {
  it("says what is missing, and where to buy it", async () => {
    await using store = await PretendStore.start()
    const topUp = { package: "bronze", dofAmount: 150_000, href: "https://store.example/buy" }
    store.on(
      "POST /marketplace/[^/]+/hire",
      problem(402, "INSUFFICIENT_DOFS", { required: 20_000, available: 5_000, shortfall: 15_000, topUp }),
    )
    await assert.rejects(client(store).marketplace.hire("nova", { dofAllocation: 20_000 }), (error) => {
      assert.ok(error instanceof InsufficientDofsError)
      assert.deepEqual([error.required, error.available, error.shortfall], [20_000, 5_000, 15_000])
      assert.equal(error.topUpUrl, topUp.href)
      assert.equal(error.requestId, "r1")
      return error.message.includes("INSUFFICIENT_DOFS")
    })
  })

  it("may keep the figures of a wallet that is not the caller's to itself", async () => {
    await using store = await PretendStore.start()
    store.on("POST /marketplace/[^/]+/hire", problem(402, "INSUFFICIENT_DOFS"))
    await assert.rejects(client(store).marketplace.hire("nova", { dofAllocation: 20_000 }), (error) => {
      assert.ok(error instanceof InsufficientDofsError)
      assert.deepEqual(
        [error.required, error.shortfall, error.topUp, error.topUpUrl],
        [undefined, undefined, undefined, undefined],
      )
      return true
    })
  })

  it("has its figures as params too", async () => {
    await using store = await PretendStore.start()
    store.on(
      "POST /marketplace/[^/]+/hire",
      problem(402, "BUDGET_EXCEEDED", { params: { budget: "day", limit: 5, used: 5, required: 1 } }),
    )
    await assert.rejects(client(store).marketplace.hire("nova", { dofAllocation: 1 }), (error) => {
      return error instanceof ApiError && error.params.budget === "day" && error.params.limit === 5
    })
  })

  it("says which members are wrong", async () => {
    await using store = await PretendStore.start()
    const errors = [{ field: "dofAllocation", message: "is too small" }]
    store.on("POST /marketplace/[^/]+/hire", problem(422, "ALLOCATION_TOO_SMALL", { errors }))
    await assert.rejects(client(store).marketplace.hire("nova", { dofAllocation: 1 }), (error) => {
      assert.ok(error instanceof ValidationError)
      assert.deepEqual(error.fields, errors)
      return true
    })
  })

  it("with a code that this SDK does not know passes through", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", problem(418, "TEAPOT", { temperature: 90 }))
    await assert.rejects(client(store).profile.get(), (error) => {
      return (
        error instanceof ApiError && error.code === "TEAPOT" && error.params.temperature === 90 && error.status === 418
      )
    })
  })

  it("that is no problem document is one all the same", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", { status: 502, body: "<html>Bad gateway</html>" })
    await assert.rejects(
      client(store, { maxRetries: 0 }).profile.get(),
      (error) => error instanceof ApiError && error.code === "HTTP_502",
    )
  })
})

describe("secrets", { concurrency: true }, () => {
  it("are in no message, no log and no picture of the client", async () => {
    await using store = await PretendStore.start()
    store.on(
      "GET /profile",
      problem(400, "ODD", { detail: `Not with ${SECRET} and Bearer ${JWT} at /x?ticket=abcdef` }),
    )
    const logged: unknown[] = []
    const log = (...about: unknown[]) => void logged.push(...about)
    const jiga = client(store, { logger: { debug: log, info: log, warn: log, error: log } })
    const error: unknown = await jiga.profile.get().catch((error: unknown) => error)
    const shown = [
      String(error),
      inspect(error),
      inspect(jiga, { depth: 9, showHidden: true }),
      JSON.stringify(jiga),
      inspect(logged),
    ].join("\n")
    for (const secret of [SECRET, JWT, "abcdef"]) assert.ok(!shown.includes(secret), shown)
  })

  it("are refused in a browser, with what to do", (t) => {
    const { process: real } = globalThis
    t.after(() => void Object.assign(globalThis, { process: real, window: undefined }))
    Object.assign(globalThis, { process: undefined, window: { document: {} } })
    assert.throws(
      () => new JigaStore({ apiKey: SECRET }),
      (error) => {
        return (
          error instanceof JigaError && error.message.includes("players.createToken") && !error.message.includes(SECRET)
        )
      },
    )
    assert.doesNotThrow(() => new JigaStore({ apiKey: "jiga_pub_test_abc" }))
  })

  it("do not go with a player's token", () => {
    assert.throws(() => new JigaStore({ apiKey: SECRET, playerToken: "p" }), JigaError)
  })
})

describe("who is calling", { concurrency: true }, () => {
  it("is a player by a token, whatever key the environment has", async (t) => {
    await using store = await PretendStore.start()
    t.after(() => delete process.env.JIGA_API_KEY)
    process.env.JIGA_API_KEY = SECRET
    store.on("GET /profile", { body: {} })
    await new JigaStore({ baseUrl: store.url, playerToken: "p1" }).profile.get()
    await new JigaStore({ baseUrl: store.url }).profile.get()
    assert.deepEqual(
      store.heard.map(({ headers }) => headers.authorization),
      ["Bearer p1", `Bearer ${SECRET}`],
    )
  })

  it("is somebody else with other options", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", { body: {} })
    await client(store).withOptions({ apiKey: SECRET }).profile.get()
    assert.equal(store.heard[0]?.headers.authorization, `Bearer ${SECRET}`)
  })

  it("is said with the SDK's version and the runtime's", async () => {
    await using store = await PretendStore.start()
    store.on("GET /profile", { body: {} })
    await client(store, { appInfo: "my-game/1.4.0" }).profile.get()
    assert.equal(
      store.heard[0]?.headers["user-agent"],
      `jiga-store-js/${VERSION} my-game/1.4.0 (node/${process.versions.node})`,
    )
  })
})

describe("pages", { concurrency: true }, () => {
  function three(store: PretendStore): void {
    store.on("GET /marketplace/search", ({ query }) => {
      const page = Number(query.get("cursor") ?? 0)
      const items = [{ listingId: `l${page * 2}` }, { listingId: `l${page * 2 + 1}` }]
      return { body: { items, total: 6, facets: {}, ...(page < 2 ? { nextCursor: String(page + 1) } : {}) } }
    })
  }

  it("are read as they are needed", async () => {
    await using store = await PretendStore.start()
    three(store)
    const seen: string[] = []
    for await (const { listingId } of client(store).marketplace.search({ rank: ["Gold", "Silver"] }))
      if (seen.push(listingId) === 3) break
    assert.deepEqual(seen, ["l0", "l1", "l2"])
    assert.equal(store.heard.length, 2)
    assert.deepEqual(store.heard[1]?.query.getAll("rank"), ["Gold", "Silver"])
  })

  it("are all read, in their order", async () => {
    await using store = await PretendStore.start()
    three(store)
    const items = await client(store).marketplace.search({}).toArray({ limit: 100 })
    assert.deepEqual(
      items.map(({ listingId }) => listingId),
      ["l0", "l1", "l2", "l3", "l4", "l5"],
    )
    assert.equal((await client(store).marketplace.search({}).toArray({ limit: 2 })).length, 2)
  })

  it("come one at a time, with their total", async () => {
    await using store = await PretendStore.start()
    three(store)
    const search = client(store).marketplace.search({})
    const first = await search.page()
    assert.equal(first.total, 6)
    assert.deepEqual(
      (await search.page(first.nextCursor ?? "")).items.map(({ listingId }) => listingId),
      ["l2", "l3"],
    )
  })
})

describe("a deprecation", () => {
  it("is one warning", async () => {
    await using store = await PretendStore.start()
    warnAgain()
    const headers = { deprecation: "@1780000000", sunset: "Sat, 01 Jan 2028 00:00:00 GMT" }
    store.on("GET /profile", { headers, body: {} })
    const warnings: string[] = []
    const jiga = client(store, { logger: { warn: (message) => void warnings.push(message) } })
    for (let i = 0; i < 3; i++) await jiga.profile.get()
    assert.equal(warnings.length, 1)
    assert.match(warnings[0] ?? "", /2028/)
  })
})

describe("paths", { concurrency: true }, () => {
  it("have ids in them, whatever stands in those", async () => {
    await using store = await PretendStore.start()
    await assert.rejects(client(store).agents.get("a/../b?c"), NotFoundError)
    assert.equal(store.heard[0]?.path, "/agents/a%2F..%2Fb%3Fc")
  })
})
