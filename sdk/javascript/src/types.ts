import type { components, operations } from "./generated/openapi.js"

type Schemas = components["schemas"]
type Query<O extends keyof operations> = NonNullable<operations[O]["parameters"]["query"]>
type Reply<O extends keyof operations> = operations[O]["responses"] extends infer R
  ? R[keyof R] extends { content: infer C }
    ? C[keyof C]
    : never
  : never
type Without<T> = Omit<T, "cursor">

/** An agent as the marketplace shows it. */
export type Listing = Schemas["ListingCard"]
/** All that the marketplace says of an agent. */
export type ListingPage = Schemas["ListingPage"]
/** A page of what was found, with `total` and `facets`. */
export type Found = Schemas["Found"]
/** What to search for; a list means any of. */
export type Search = Without<Query<"searchListings">>
/** What a listing's owner may change. */
export type ListingPatch = Schemas["Patch"]
/** A review as everybody sees it. */
export type Review = Schemas["ReviewView"]
/** A review as its writer has it. */
export type WrittenReview = Schemas["Review"]
/** What a review says. */
export type ReviewRequest = Schemas["ReviewBody"]
/** What to hire an agent with. */
export type HireRequest = Schemas["HireBody"]
/** What a hire answers. */
export type Hired = Schemas["Hired"]
/** What to start an own or a trial session with. */
export type StartRequest = Schemas["StartRequest"]
/** A session as the store keeps it. */
export type Session = Schemas["SessionView"]
/** What ending a session answers: the bill, and who got what. */
export type EndedSession = Schemas["Ended"]
/** A line of a session's bill. */
export type UsageLine = Schemas["UsageView"]
/** A session's signed receipt. */
export type Receipt = Schemas["Receipt"]
/** What a wallet holds. */
export type Wallet = Schemas["WalletView"]
/** What to buy, and how to pay. */
export type PurchaseRequest = Schemas["PurchaseRequest"]
/** Where to pay. */
export type Checkout = Schemas["Checkout"]
/** What to give whom. */
export type TransferRequest = Schemas["TransferRequest"]
/** What a transfer answers. */
export type Transferred = Schemas["Transferred"]
/** What can be bought. */
export type Package = Schemas["PackageView"]
/** A movement of DOF. */
export type Transaction = Schemas["TransactionView"]
/** Which movements to list. */
export type HistoryFilter = Without<Query<"listTransactions">>
/** An agent: its owner sees more. */
export type Agent = Reply<"getAgent">
/** An agent as its owner sees it. */
export type OwnAgent = Schemas["OwnAgent"]
/** An agent as everybody sees it. */
export type PublicAgent = Schemas["PublicAgent"]
/** What an agent is made of. */
export type AgentRequest = Schemas["AgentRequest"]
/** What a variant of a system agent has of its own. */
export type VariantRequest = Schemas["VariantRequest"]
/** A variant, and what it cost. */
export type VariantCreated = Schemas["VariantCreated"]
/** What may be changed of a variant. */
export type VariantPatch = Schemas["VariantPatch"]
/** What a variant of this agent would cost. */
export type VariantInfo = Schemas["VariantInfo"]
/** How an agent is offered. */
export type PublishRequest = Schemas["Publish"]
/** Where it stands now. */
export type Published = Schemas["Published"]
/** Where it stood. */
export type Unpublished = Schemas["Unpublished"]
/** An agent's configuration. */
export type Configured = Schemas["Configured"]
/** What is wrong with a configuration, if anything. */
export type Verdict = Schemas["Verdict"]
/** How an agent was. */
export type AgentVersion = Schemas["AgentVersion"]
/** How an agent does. */
export type AgentMetrics = Schemas["Metrics"]
/** What an agent has earned. */
export type AgentEarnings = Schemas["Earnings"]
/** Who one is. */
export type Profile = Schemas["ProfileView"]
/** What one says of oneself. */
export type ProfileRequest = Schemas["ProfileRequest"]
/** How one likes it. */
export type Preferences = Schemas["PreferencesView"]
/** How one would like it. */
export type PreferencesRequest = Schemas["PreferencesRequest"]
/** What one has played. */
export type ProfileStats = Schemas["Figures"]
/** What somebody should know. */
export type Notification = Schemas["NotificationView"]
/** Who is signed in. */
export type Account = Schemas["Account"]
/** Whom to make an account for. */
export type RegisterRequest = Schemas["RegisterRequest"]
/** What to sign in with. */
export type LoginRequest = Schemas["LoginRequest"]
/** What a sign-in answers. */
export type Tokens = Schemas["Tokens"]
/** A line for what happens elsewhere. */
export type LiveTicket = Schemas["LiveTicket"]
/** Which agents to list. */
export type AgentFilter = Without<Query<"listAgents">>
/** What to add to a listing. */
export type ListingQuery = Query<"getListing">
/** What to add to an agent. */
export type AgentQuery = Query<"getAgent">
/** Which sessions to list. */
export type SessionFilter = Without<Query<"listSessions">>
/** Which notifications to list. */
export type NotificationFilter = Without<Query<"listNotifications">>
/** Which categories there are. */
export type Categories = Schemas["Categories"]
