import assert from "node:assert/strict"
import { before, describe, it } from "node:test"
import {
  ApiError,
  AuthenticationError,
  ConflictError,
  InsufficientDofsError,
  JigaStore,
  NotFoundError,
  PermissionError,
  ReceiptError,
  ValidationError,
  verifyReceipt,
} from "../src/index.js"
import { type Person, somebody } from "./support/people.js"

const url = process.env.JIGA_URL ?? ""
const options = { skip: url ? false : "no store: set JIGA_URL", concurrency: true }

describe("at a running store", options, () => {
  let pat: Person
  before(async () => {
    if (url) pat = await somebody(url)
  })

  it("a hire is streamed, billed, receipted and reviewed", async () => {
    const { store } = await somebody(url)
    const session = await store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 })
    assert.equal((await store.wallet.get()).held, 20_000)
    await using live = await session.connect()
    await live.gameEvent("match_start", { game: "Call of Duty", mode: "Search & Destroy" })
    const pieces: string[] = []
    for await (const { text } of live.say("How am I doing?")) pieces.push(text)
    assert.match(pieces.join(""), /The match is on/)
    assert.ok(live.cost.consumed >= 100)
    await live.configure({ target_fps: 2 })
    await assert.rejects(live.configure({ target_fps: 99 }), ValidationError)
    await live.pause()
    const bill = await live.end()
    const lines = await session.usage({ limit: 100 }).toArray({ limit: 1_000 })
    assert.equal(
      lines.reduce((sum, { dof }) => sum + dof, 0),
      bill.consumed,
    )
    const receipt = await session.receipt()
    const claims = await verifyReceipt(receipt, { baseUrl: url })
    assert.equal(claims.consumed, bill.consumed)
    await assert.rejects(verifyReceipt(receipt, { jwks: await store.jwks(), sessionId: "another" }), (error) => {
      return error instanceof ReceiptError && error.code === "WRONG_SESSION"
    })
    assert.equal((await session.review({ rating: 5, comment: "Saw the AWP before I did." })).rating, 5)
    assert.equal((await session.get()).dof.consumed, bill.consumed)
    assert.equal((await session.end()).consumed, bill.consumed)
  })

  it("one key is one hire, and other words under it are a conflict", async () => {
    const { store } = await somebody(url)
    const hire = (dofAllocation: number) =>
      store.marketplace.hire("echo-assistant-001", { dofAllocation }, { idempotencyKey: "once" })
    const [one, other] = await Promise.all([hire(10_000), hire(10_000)])
    assert.equal(one.id, other.id)
    await assert.rejects(
      hire(20_000),
      (error) => error instanceof ConflictError && error.code === "IDEMPOTENCY_KEY_MISMATCH",
    )
    await one.end()
  })

  it("a session that a page had left goes on where it stood", async () => {
    const { store } = await somebody(url)
    const session = await store.marketplace.hire("scout-observer-001", { dofAllocation: 5_000 })
    await using first = await session.connect()
    await first.gameEvent("kill")
    await first.close()
    await using again = await store.sessions.connect(session.id)
    assert.equal((await again.gameEvent("death")).seq, 2)
  })

  it("the same session elsewhere ends this line, and is not fought for", async () => {
    const { store } = await somebody(url)
    const session = await store.marketplace.hire("scout-observer-001", { dofAllocation: 5_000 })
    await using first = await session.connect()
    const ended = first.once("ended")
    await using second = await store.sessions.connect(session.id)
    assert.equal((await ended).reason, "opened_elsewhere")
    assert.equal(second.state, "live")
  })

  it("a wallet that is too small says by how much", async () => {
    const { store } = await somebody(url, 0)
    await assert.rejects(store.marketplace.hire("nova-coordinator-001", { dofAllocation: 20_000 }), (error) => {
      return error instanceof InsufficientDofsError && error.shortfall === 20_000 && Boolean(error.topUpUrl)
    })
  })

  it("pages are walked through to their end, each thing once", async () => {
    const all = await pat.store.marketplace.browse({ limit: 5 }).toArray({ limit: 100 })
    assert.ok(all.length >= 13)
    assert.equal(new Set(all.map(({ listingId }) => listingId)).size, all.length)
    const { total, facets } = await pat.store.marketplace.search({ rank: ["Gold", "Platinum"] }).page()
    assert.ok(total && total >= 8 && "rank" in facets)
  })

  it("everything that a player may read can be read", async () => {
    const { store } = pat
    assert.equal((await store.auth.user()).id, pat.id)
    assert.equal((await store.profile.get()).id, pat.id)
    await store.profile.replace({ displayName: "Pat the Second" })
    const { language, theme } = await store.profile.preferences()
    await store.profile.replacePreferences({ language, theme })
    await store.profile.stats()
    assert.ok((await store.wallet.packages()).length >= 4)
    const [bought] = await store.wallet.history({ type: "purchase" }).toArray({ limit: 1 })
    assert.equal((await store.wallet.transaction(bought?.id ?? "")).amount, 500_000)
    assert.ok((await store.marketplace.suggest("no")).length > 0)
    await Promise.all([store.marketplace.featured(), store.marketplace.categories(), store.auth.ticket()])
    const listing = await store.marketplace.get("nova-coordinator-001", { expand: ["reviews", "stats"] })
    assert.ok(Array.isArray(listing.reviews))
    await store.marketplace.reviews("nova-coordinator-001").page()
    await store.marketplace.specialists().page()
    assert.equal((await store.agents.system().toArray({ limit: 100 })).length, 13)
    assert.equal((await store.agents.get("nova-coordinator-001")).name, "Nova")
    await store.agents.variantInfo("nova-coordinator-001")
    await store.agents.list().page()
    await store.agents.variantsOf(pat.id).page()
    for await (const { id } of store.notifications.list({ unread: true })) {
      await store.notifications.read(id)
      break
    }
    await assert.rejects(store.sessions.get("01890000-0000-7000-8000-000000000000"), NotFoundError)
  })

  it("an owner makes an agent, publishes it, changes it and takes it back", async () => {
    const { store } = await somebody(url)
    const name = `Kestrel ${Date.now()}`
    const request = {
      name,
      rank: "Bronze",
      type: "Assistant",
      provider: "builtin",
      nationality: "British",
      language: "en-GB",
      voiceId: "uk_female",
      features: { hasVoiceChat: true, hasCommentator: false, hasMemory: false },
      toolkit: ["general_gaming"],
    }
    const agent = await store.agents.create(request)
    await store.agents.configure(agent.id, { target_fps: 3 })
    assert.deepEqual((await store.agents.configuration(agent.id)).configuration, { target_fps: 3 })
    await store.agents.validate(agent.id, { target_fps: 99 })
    await store.agents.replace(agent.id, { ...request, description: "Calm, even in overtime." })
    const { listingId } = await store.agents.publish(agent.id, {
      listing: {
        title: `${name}, who keeps calm`,
        description: "Calls what matters, and nothing else.",
        tags: ["caller"],
        category: (await store.marketplace.get("nova-coordinator-001")).category,
        pricing: { baseRate: 3_000 },
        availability: { schedule: "always" },
      },
    })
    await store.marketplace.edit(listingId, { tags: ["calm"] })
    await Promise.all([
      store.agents.metrics(agent.id),
      store.agents.earnings(agent.id),
      store.agents.versions(agent.id).page(),
    ])
    await store.agents.unpublish(agent.id)
  })

  it("somebody signs in, is kept, and signs out", async () => {
    const store = new JigaStore({ baseUrl: url })
    const email = `sdk-js-auth-${Date.now()}@example.org`
    await store.auth.register({ email, password: "river-lantern-orchard", displayName: "Ada" })
    await store.auth.logout()
    await assert.rejects(store.profile.get(), AuthenticationError)
    await store.auth.login({ email, password: "river-lantern-orchard" })
    assert.equal((await store.profile.get()).displayName, "Ada")
    const elsewhere = store.withOptions({ timeout: 5_000 })
    await store.auth.logout()
    await assert.rejects(elsewhere.profile.get(), AuthenticationError)
  })

  it("a studio makes keys, lets players in, and they make the account their own", async () => {
    const { store: owner } = await somebody(url, 0)
    const scopes = ["read:marketplace", "hire", "sessions", "wallet:read", "wallet:write", "players"]
    const made = await owner.apiKeys.create({ name: "Game server", kind: "secret", mode: "test", scopes })
    assert.match(made.key, /^jiga_test_/)
    const studio = new JigaStore({ baseUrl: url, apiKey: made.key })
    assert.equal((await studio.wallet.testFunds(500_000)).currency, "DOF_TEST")
    const { token, player, expiresIn } = await studio.players.createToken("player-42", {
      displayName: "Kim",
      spends: "studio",
      cap: { day: 20_000 },
    })
    assert.equal(player.externalId, "player-42")
    assert.equal(expiresIn, 900)

    const game = new JigaStore({ baseUrl: url, playerToken: () => token })
    const session = await game.marketplace.hire("scout-observer-001", { dofAllocation: 15_000 })
    await using live = await session.connect()
    await live.say("Who are you?")
    await assert.rejects(game.marketplace.hire("echo-assistant-001", { dofAllocation: 15_000 }), (error) => {
      return error instanceof ApiError && error.code === "BUDGET_EXCEEDED" && typeof error.params.limit === "number"
    })
    assert.ok((await live.end()).consumed >= 100)
    const claims = await verifyReceipt(await session.receipt(), { jwks: await game.jwks() })
    assert.equal(claims.currency, "DOF_TEST")

    const rotated = await owner.apiKeys.rotate(made.id)
    assert.notEqual(rotated.key, made.key)
    assert.ok(Date.parse(rotated.previousUntil) > Date.now())
    await owner.apiKeys.update(made.id, { scopes: ["read:marketplace"] })
    await assert.rejects(new JigaStore({ baseUrl: url, apiKey: rotated.key }).wallet.get(), (error) => {
      return error instanceof PermissionError && error.code === "SCOPE_MISSING" && error.params.scope === "wallet:read"
    })
    assert.equal((await owner.apiKeys.list().page()).items[0]?.name, "Game server")
    await owner.apiKeys.usage(made.id).page()
    await owner.apiKeys.delete(made.id)
    await assert.rejects(studio.wallet.get(), AuthenticationError)
  })

  it("a player makes the account their own", async () => {
    const { store: owner } = await somebody(url, 0)
    const { key } = await owner.apiKeys.create({ name: "Live", kind: "secret", mode: "live", scopes: ["players"] })
    const { token } = await new JigaStore({ baseUrl: url, apiKey: key }).players.createToken("player-43", {
      displayName: "Kim",
    })
    const { accessToken, refreshToken } = await new JigaStore({ baseUrl: url, playerToken: token }).players.claim({
      email: `sdk-js-kim-${Date.now()}@example.org`,
      password: "river-lantern-orchard",
    })
    assert.equal((await new JigaStore({ baseUrl: url, accessToken, refreshToken }).profile.get()).displayName, "Kim")
  })

  it("a favourite is marked, found again, and no favourite any more", async () => {
    const { favourites } = pat.store
    await favourites.add("nova-coordinator-001")
    await favourites.add("nova-coordinator-001")
    assert.deepEqual(
      (await favourites.list().toArray({ limit: 10 })).map(({ listingId }) => listingId),
      ["nova-coordinator-001"],
    )
    await favourites.remove("nova-coordinator-001")
    assert.equal((await favourites.list().page()).items.length, 0)
  })
})
