import type { components, operations } from "./generated/openapi.js"

type Schemas = components["schemas"]
type Query<O extends keyof operations> = NonNullable<operations[O]["parameters"]["query"]>
type Reply<O extends keyof operations> = operations[O]["responses"] extends infer R
  ? R[keyof R] extends { content: infer C }
    ? C[keyof C]
    : never
  : never
type Without<T> = Omit<T, "cursor">

/**
 * An agent as the marketplace shows it.
 *
 * @example
 * ```ts
 * const [listing]: readonly Listing[] = (await store.marketplace.browse().page()).items
 * console.log(listing?.title)
 * ```
 */
export type Listing = Schemas["ListingCard"]
/**
 * All that the marketplace says of an agent.
 *
 * @example
 * ```ts
 * const page: ListingPage = await store.marketplace.get("nova-coordinator-001")
 * console.log(page.description)
 * ```
 */
export type ListingPage = Schemas["ListingPage"]
/**
 * A page of what was found, with `total` and `facets`.
 *
 * @example
 * ```ts
 * const found: Found = await store.marketplace.search({ q: "nova" }).page()
 * console.log(found.total, found.facets)
 * ```
 */
export type Found = Schemas["Found"]
/**
 * What to search for; a list means any of.
 *
 * @example
 * ```ts
 * const search: Search = { q: "nova", rank: ["Gold"], maxPrice: 10_000 }
 * for await (const { title } of store.marketplace.search(search)) console.log(title)
 * ```
 */
export type Search = Without<Query<"searchListings">>
/**
 * What a listing's owner may change.
 *
 * @example
 * ```ts
 * const patch: ListingPatch = { title: "Vega, the calm one" }
 * await store.marketplace.edit("my-agent", patch)
 * ```
 */
export type ListingPatch = Schemas["Patch"]
/**
 * A review as everybody sees it.
 *
 * @example
 * ```ts
 * const [review]: readonly Review[] = (await store.marketplace.reviews("nova-coordinator-001").page()).items
 * console.log(review?.comment)
 * ```
 */
export type Review = Schemas["ReviewView"]
/**
 * A review as its writer has it.
 *
 * @example
 * ```ts
 * const written: WrittenReview = await session.review({ rating: 5, comment: "Calm." })
 * console.log(written.createdAt)
 * ```
 */
export type WrittenReview = Schemas["Review"]
/**
 * What a review says.
 *
 * @example
 * ```ts
 * const review: ReviewRequest = { rating: 4, title: "Calm", comment: "Even in overtime." }
 * await session.review(review)
 * ```
 */
export type ReviewRequest = Schemas["ReviewBody"]
/**
 * What to hire an agent with.
 *
 * @example
 * ```ts
 * const request: HireRequest = { dofAllocation: 20_000, message: "Meet me in the lobby." }
 * await store.marketplace.hire("nova-coordinator-001", request)
 * ```
 */
export type HireRequest = Schemas["HireBody"]
/**
 * What a hire answers.
 *
 * @example
 * ```ts
 * const show = ({ contract }: Pick<Hired, "contract">) => console.log(contract.estimatedHours)
 * show(session)
 * ```
 */
export type Hired = Schemas["Hired"]
/**
 * What to start an own or a trial session with.
 *
 * @example
 * ```ts
 * const request: StartRequest = { agentId: "ace-elite-001", type: "trial" }
 * await store.sessions.start(request)
 * ```
 */
export type StartRequest = Schemas["StartRequest"]
/**
 * A session as the store keeps it.
 *
 * @example
 * ```ts
 * const kept: Session = await store.sessions.get(session.id)
 * console.log(kept.status, kept.dof.remaining)
 * ```
 */
export type Session = Schemas["SessionView"]
/**
 * What ending a session answers: the bill, and who got what.
 *
 * @example
 * ```ts
 * const ended: EndedSession = await store.sessions.end(session.id)
 * console.log(ended.consumed, ended.distribution)
 * ```
 */
export type EndedSession = Schemas["Ended"]
/**
 * A line of a session's bill.
 *
 * @example
 * ```ts
 * const lines: UsageLine[] = await session.usage().toArray({ limit: 1_000 })
 * console.log(lines.length)
 * ```
 */
export type UsageLine = Schemas["UsageView"]
/**
 * A session's signed receipt.
 *
 * @example
 * ```ts
 * const receipt: Receipt = await session.receipt()
 * console.log(receipt.keyId)
 * ```
 */
export type Receipt = Schemas["Receipt"]
/**
 * What a wallet holds.
 *
 * @example
 * ```ts
 * const wallet: Wallet = await store.wallet.get()
 * console.log(wallet.available)
 * ```
 */
export type Wallet = Schemas["WalletView"]
/**
 * What to buy, and how to pay.
 *
 * @example
 * ```ts
 * const request: PurchaseRequest = { package: "gold", paymentMethod: "stripe", returnUrl: "https://example.org/bought" }
 * await store.wallet.purchase(request)
 * ```
 */
export type PurchaseRequest = Schemas["PurchaseRequest"]
/**
 * Where to pay.
 *
 * @example
 * ```ts
 * const checkout: Checkout = await store.wallet.purchase({ package: "bronze", paymentMethod: "sandbox", returnUrl: "http://localhost" })
 * console.log(checkout.checkoutUrl)
 * ```
 */
export type Checkout = Schemas["Checkout"]
/**
 * What to give whom.
 *
 * @example
 * ```ts
 * const request: TransferRequest = { toUserId: userId, amount: 1_000 }
 * await store.wallet.transfer(request)
 * ```
 */
export type TransferRequest = Schemas["TransferRequest"]
/**
 * What a transfer answers.
 *
 * @example
 * ```ts
 * const transferred: Transferred = await store.wallet.transfer({ toUserId: userId, amount: 1_000 })
 * console.log(transferred.fee)
 * ```
 */
export type Transferred = Schemas["Transferred"]
/**
 * What can be bought.
 *
 * @example
 * ```ts
 * const packages: Package[] = await store.wallet.packages()
 * console.log(packages.length)
 * ```
 */
export type Package = Schemas["PackageView"]
/**
 * A movement of DOF.
 *
 * @example
 * ```ts
 * const transaction: Transaction = await store.wallet.transaction(transactionId)
 * console.log(transaction.status)
 * ```
 */
export type Transaction = Schemas["TransactionView"]
/**
 * Which movements to list.
 *
 * @example
 * ```ts
 * const filter: HistoryFilter = { type: "hire", limit: 50 }
 * for await (const { amount } of store.wallet.history(filter)) console.log(amount)
 * ```
 */
export type HistoryFilter = Without<Query<"listTransactions">>
/**
 * An agent: its owner sees more.
 *
 * @example
 * ```ts
 * const agent: Agent = await store.agents.get("nova-coordinator-001")
 * console.log(agent.name)
 * ```
 */
export type Agent = Reply<"getAgent">
/**
 * An agent as its owner sees it.
 *
 * @example
 * ```ts
 * const changed: OwnAgent = await store.agents.replace(agent.id, request)
 * console.log(changed.version)
 * ```
 */
export type OwnAgent = Schemas["OwnAgent"]
/**
 * An agent as everybody sees it.
 *
 * @example
 * ```ts
 * const agents: PublicAgent[] = await store.agents.system().toArray({ limit: 20 })
 * console.log(agents.length)
 * ```
 */
export type PublicAgent = Schemas["PublicAgent"]
/**
 * What an agent is made of.
 *
 * @example
 * ```ts
 * const changes: AgentRequest = { ...request, name: "Kestrel II" }
 * await store.agents.replace(agent.id, changes)
 * ```
 */
export type AgentRequest = Schemas["AgentRequest"]
/**
 * What a variant of a system agent has of its own.
 *
 * @example
 * ```ts
 * const request: VariantRequest = { baseAgentId: "nova-coordinator-001", customization: { name: "Vega", voiceId: "uk_female" } }
 * await store.agents.createVariant(request)
 * ```
 */
export type VariantRequest = Schemas["VariantRequest"]
/**
 * A variant, and what it cost.
 *
 * @example
 * ```ts
 * const show = ({ variant, userBalance }: VariantCreated) => console.log(variant.name, userBalance)
 * show(await store.agents.createVariant({ baseAgentId: "nova-coordinator-001", customization: { name: "Vega", voiceId: "uk_female" } }))
 * ```
 */
export type VariantCreated = Schemas["VariantCreated"]
/**
 * What may be changed of a variant.
 *
 * @example
 * ```ts
 * const patch: VariantPatch = { name: "Vega II" }
 * await store.agents.customizeVariant(agent.id, patch)
 * ```
 */
export type VariantPatch = Schemas["VariantPatch"]
/**
 * What a variant of this agent would cost.
 *
 * @example
 * ```ts
 * const info: VariantInfo = await store.agents.variantInfo("nova-coordinator-001")
 * console.log(info)
 * ```
 */
export type VariantInfo = Schemas["VariantInfo"]
/**
 * How an agent is offered.
 *
 * @example
 * ```ts
 * const publish = (agentId: string, request: PublishRequest) => store.agents.publish(agentId, request)
 * console.log(publish.length)
 * ```
 */
export type PublishRequest = Schemas["Publish"]
/**
 * Where it stands now.
 *
 * @example
 * ```ts
 * const show = ({ marketplaceUrl }: Published) => console.log(marketplaceUrl)
 * console.log(show.length)
 * ```
 */
export type Published = Schemas["Published"]
/**
 * Where it stood.
 *
 * @example
 * ```ts
 * const unpublished: Unpublished = await store.agents.unpublish(agent.id)
 * console.log(unpublished)
 * ```
 */
export type Unpublished = Schemas["Unpublished"]
/**
 * An agent's configuration.
 *
 * @example
 * ```ts
 * const configured: Configured = await store.agents.configuration(agent.id)
 * console.log(configured.configuration)
 * ```
 */
export type Configured = Schemas["Configured"]
/**
 * What is wrong with a configuration, if anything.
 *
 * @example
 * ```ts
 * const verdict: Verdict = await store.agents.validate(agent.id, { target_fps: 99 })
 * console.log(verdict)
 * ```
 */
export type Verdict = Schemas["Verdict"]
/**
 * How an agent was.
 *
 * @example
 * ```ts
 * const versions: AgentVersion[] = await store.agents.versions(agent.id).toArray({ limit: 10 })
 * console.log(versions.length)
 * ```
 */
export type AgentVersion = Schemas["AgentVersion"]
/**
 * How an agent does.
 *
 * @example
 * ```ts
 * const metrics: AgentMetrics = await store.agents.metrics(agent.id)
 * console.log(metrics)
 * ```
 */
export type AgentMetrics = Schemas["Metrics"]
/**
 * What an agent has earned.
 *
 * @example
 * ```ts
 * const earnings: AgentEarnings = await store.agents.earnings(agent.id)
 * console.log(earnings)
 * ```
 */
export type AgentEarnings = Schemas["Earnings"]
/**
 * Who one is.
 *
 * @example
 * ```ts
 * const profile: Profile = await store.profile.get()
 * console.log(profile.displayName)
 * ```
 */
export type Profile = Schemas["ProfileView"]
/**
 * What one says of oneself.
 *
 * @example
 * ```ts
 * const request: ProfileRequest = { displayName: "Ada" }
 * await store.profile.replace(request)
 * ```
 */
export type ProfileRequest = Schemas["ProfileRequest"]
/**
 * How one likes it.
 *
 * @example
 * ```ts
 * const kept: Preferences = await store.profile.preferences()
 * console.log(kept)
 * ```
 */
export type Preferences = Schemas["PreferencesView"]
/**
 * How one would like it.
 *
 * @example
 * ```ts
 * const wanted: PreferencesRequest = preferences
 * await store.profile.replacePreferences(wanted)
 * ```
 */
export type PreferencesRequest = Schemas["PreferencesRequest"]
/**
 * What one has played.
 *
 * @example
 * ```ts
 * const stats: ProfileStats = await store.profile.stats()
 * console.log(stats)
 * ```
 */
export type ProfileStats = Schemas["Figures"]
/**
 * What somebody should know.
 *
 * @example
 * ```ts
 * const [newest]: readonly Notification[] = (await store.notifications.list().page()).items
 * console.log(newest?.title)
 * ```
 */
export type Notification = Schemas["NotificationView"]
/**
 * Who is signed in.
 *
 * @example
 * ```ts
 * const account: Account = await store.auth.user()
 * console.log(account.role)
 * ```
 */
export type Account = Schemas["Account"]
/**
 * Whom to make an account for.
 *
 * @example
 * ```ts
 * const request: RegisterRequest = { email, password, displayName: "Ada" }
 * await store.auth.register(request)
 * ```
 */
export type RegisterRequest = Schemas["RegisterRequest"]
/**
 * What to sign in with.
 *
 * @example
 * ```ts
 * const request: LoginRequest = { email, password }
 * await store.auth.login(request)
 * ```
 */
export type LoginRequest = Schemas["LoginRequest"]
/**
 * What a sign-in answers.
 *
 * @example
 * ```ts
 * const tokens: Tokens = await store.auth.login({ email, password })
 * console.log(tokens.expiresIn)
 * ```
 */
export type Tokens = Schemas["Tokens"]
/**
 * A line for what happens elsewhere.
 *
 * @example
 * ```ts
 * const ticket: LiveTicket = await store.auth.ticket()
 * console.log(ticket.expiresAt)
 * ```
 */
export type LiveTicket = Schemas["LiveTicket"]
/**
 * Which agents to list.
 *
 * @example
 * ```ts
 * const filter: AgentFilter = { ownerId: userId }
 * for await (const { name } of store.agents.list(filter)) console.log(name)
 * ```
 */
export type AgentFilter = Without<Query<"listAgents">>
/**
 * What to add to a listing.
 *
 * @example
 * ```ts
 * const query: ListingQuery = { expand: ["stats", "reviews"] }
 * await store.marketplace.get("nova-coordinator-001", query)
 * ```
 */
export type ListingQuery = Query<"getListing">
/**
 * What to add to an agent.
 *
 * @example
 * ```ts
 * const query: AgentQuery = { expand: ["stats"] }
 * await store.agents.get("nova-coordinator-001", query)
 * ```
 */
export type AgentQuery = Query<"getAgent">
/**
 * Which sessions to list.
 *
 * @example
 * ```ts
 * const filter: SessionFilter = { status: "active" }
 * for await (const { id } of store.sessions.list(filter)) console.log(id)
 * ```
 */
export type SessionFilter = Without<Query<"listSessions">>
/**
 * Which notifications to list.
 *
 * @example
 * ```ts
 * const filter: NotificationFilter = { unread: true }
 * for await (const { title } of store.notifications.list(filter)) console.log(title)
 * ```
 */
export type NotificationFilter = Without<Query<"listNotifications">>
/**
 * Which categories there are.
 *
 * @example
 * ```ts
 * const categories: Categories = await store.marketplace.categories()
 * console.log(categories)
 * ```
 */
export type Categories = Schemas["Categories"]
/**
 * What to make a key with.
 *
 * @example
 * ```ts
 * const request: ApiKeyRequest = { name: "ci", kind: "secret", mode: "test", scopes: ["hire", "sessions"] }
 * await store.apiKeys.create(request)
 * ```
 */
export type ApiKeyRequest = Schemas["ApiKeyRequest"]
/**
 * What may be changed of a key.
 *
 * @example
 * ```ts
 * const changes: ApiKeyPatch = { budgets: { day: 50_000 } }
 * await store.apiKeys.update(keyId, changes)
 * ```
 */
export type ApiKeyPatch = Schemas["ApiKeyChange"]
/**
 * A key, without its secret.
 *
 * @example
 * ```ts
 * const show = (key: ApiKey) => console.log(`${key.name}: ${key.prefix}…${key.lastFour}`)
 * for await (const key of store.apiKeys.list()) show(key)
 * ```
 */
export type ApiKey = Omit<Schemas["KeyView"], "key">
/**
 * A key with its secret, which is shown this once.
 *
 * @example
 * ```ts
 * const made: ApiKeyCreated = await store.apiKeys.create({ name: "ci", kind: "secret", mode: "test" })
 * console.log(made.key.length)
 * ```
 */
export type ApiKeyCreated = ApiKey & { readonly key: string }
/**
 * A key with its new secret; the old one works until `previousUntil`.
 *
 * @example
 * ```ts
 * const rotated: ApiKeyRotated = await store.apiKeys.rotate(keyId)
 * console.log(rotated.previousUntil)
 * ```
 */
export type ApiKeyRotated = ApiKeyCreated & { readonly previousUntil: string }
/**
 * A day of a key.
 *
 * @example
 * ```ts
 * const [today]: readonly ApiKeyUsage[] = (await store.apiKeys.usage(keyId).page()).items
 * console.log(today?.dofSpent)
 * ```
 */
export type ApiKeyUsage = Schemas["DayOfUse"]
/**
 * Whom a player's token is for: `spends` says whose DOF, `cap` how many of the studio's.
 *
 * @example
 * ```ts
 * const request: PlayerTokenRequest = { displayName: "Pat", spends: "studio", cap: { day: 20_000 } }
 * await store.players.createToken("player-4711", request)
 * ```
 */
export type PlayerTokenRequest = Schemas["PlayerTokenRequest"]
/**
 * A token that opens what this player may do, for a short while.
 *
 * @example
 * ```ts
 * const forTheGame: PlayerToken = await store.players.createToken("player-4711")
 * console.log(forTheGame.expiresIn)
 * ```
 */
export type PlayerToken = Schemas["PlayerToken"]
/**
 * How a player will sign in.
 *
 * @example
 * ```ts
 * const request: ClaimRequest = { email, password }
 * await store.players.claim(request)
 * ```
 */
export type ClaimRequest = Schemas["ClaimRequest"]
/**
 * What a test wallet was filled with.
 *
 * @example
 * ```ts
 * const funds: TestFunds = await store.wallet.testFunds(500_000)
 * console.log(funds.available, funds.currency)
 * ```
 */
export type TestFunds = Schemas["TestFunds"]
