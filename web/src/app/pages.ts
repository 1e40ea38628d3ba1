import type { ComponentType } from "preact"

/** What stands in the path of a page: of `:id`, whose page it is. */
export interface PageProps {
  id?: string
}

/** A page's module: what it exports as `Page` is shown. */
export interface PageModule {
  Page: ComponentType<PageProps>
}

interface PageRow {
  path: string
  /** The folder in `features`, whose messages are loaded with it. */
  feature: string
  /** `me`: for whoever is signed in; everybody else is asked to sign in, and comes back. */
  who?: "me"
  load: () => Promise<PageModule>
}

/** Every page there is. The store serves the app under these paths, and under no other. */
export const PAGES: readonly PageRow[] = [
  { path: "/", feature: "home", load: () => import("../features/home/HomePage") },
  { path: "/search", feature: "search", load: () => import("../features/search/SearchPage") },
  { path: "/agents/:id", feature: "listing", load: () => import("../features/listing/ListingPage") },
  { path: "/hire/:id", feature: "hire", who: "me", load: () => import("../features/hire/HirePage") },
  { path: "/sessions", feature: "sessions", who: "me", load: () => import("../features/sessions/SessionsPage") },
  { path: "/sessions/:id", feature: "receipt", who: "me", load: () => import("../features/receipt/ReceiptPage") },
  { path: "/sessions/:id/live", feature: "cockpit", who: "me", load: () => import("../features/cockpit/CockpitPage") },
  { path: "/share", feature: "cockpit", who: "me", load: () => import("../features/cockpit/SharePage") },
  {
    path: "/favourites",
    feature: "favourites",
    who: "me",
    load: () => import("../features/favourites/FavouritesPage"),
  },
  { path: "/wallet", feature: "wallet", who: "me", load: () => import("../features/wallet/WalletPage") },
  { path: "/wallet/give", feature: "wallet", who: "me", load: () => import("../features/wallet/GivePage") },
  {
    path: "/wallet/transactions/:id",
    feature: "wallet",
    who: "me",
    load: () => import("../features/wallet/TransactionPage"),
  },
  { path: "/account", feature: "account", who: "me", load: () => import("../features/account/AccountPage") },
  { path: "/account/profile", feature: "account", who: "me", load: () => import("../features/account/ProfilePage") },
  { path: "/account/password", feature: "account", who: "me", load: () => import("../features/account/PasswordPage") },
  {
    path: "/account/preferences",
    feature: "account",
    who: "me",
    load: () => import("../features/account/PreferencesPage"),
  },
  { path: "/achievements", feature: "account", who: "me", load: () => import("../features/account/AchievementsPage") },
  {
    path: "/notifications",
    feature: "notifications",
    who: "me",
    load: () => import("../features/notifications/NotificationsPage"),
  },
  { path: "/compare", feature: "compare", load: () => import("../features/compare/ComparePage") },
  { path: "/sign-in", feature: "sign-in", load: () => import("../features/sign-in/SignInPage") },
  { path: "/register", feature: "sign-in", load: () => import("../features/sign-in/RegisterPage") },
  { path: "/forgot", feature: "letters", load: () => import("../features/letters/ForgotPage") },
  { path: "/reset", feature: "letters", load: () => import("../features/letters/ResetPage") },
  { path: "/verify", feature: "letters", load: () => import("../features/letters/VerifyPage") },
  { path: "/mailbox", feature: "letters", load: () => import("../features/letters/MailboxPage") },
  { path: "/studio", feature: "studio", who: "me", load: () => import("../features/studio/OverviewPage") },
  { path: "/studio/new", feature: "studio", who: "me", load: () => import("../features/studio/NewAgentPage") },
  { path: "/studio/derive", feature: "studio", who: "me", load: () => import("../features/studio/DeriveChoicePage") },
  { path: "/studio/derive/:id", feature: "studio", who: "me", load: () => import("../features/studio/DerivePage") },
  { path: "/studio/agents/:id", feature: "studio", who: "me", load: () => import("../features/studio/AgentPage") },
  { path: "/developers", feature: "developers", load: () => import("../features/developers/QuickStartPage") },
  { path: "/developers/keys", feature: "developers", who: "me", load: () => import("../features/developers/KeysPage") },
  {
    path: "/developers/keys/:id",
    feature: "developers",
    who: "me",
    load: () => import("../features/developers/KeyPage"),
  },
  { path: "/console", feature: "console", who: "me", load: () => import("../features/console/OverviewPage") },
  { path: "/console/parked", feature: "console", who: "me", load: () => import("../features/console/ParkedPage") },
  { path: "/console/books", feature: "console", who: "me", load: () => import("../features/console/BooksPage") },
  { path: "/console/audit", feature: "console", who: "me", load: () => import("../features/console/AuditPage") },
  { path: "/console/users", feature: "console", who: "me", load: () => import("../features/console/UsersPage") },
  { path: "/console/users/:id", feature: "console", who: "me", load: () => import("../features/console/UserPage") },
  { path: "/console/listings", feature: "console", who: "me", load: () => import("../features/console/ListingsPage") },
  { path: "/console/featured", feature: "console", who: "me", load: () => import("../features/console/FeaturedPage") },
  { path: "/console/sessions", feature: "console", who: "me", load: () => import("../features/console/SessionsPage") },
  { path: "/console/revenue", feature: "console", who: "me", load: () => import("../features/console/RevenuePage") },
  { path: "/console/agents", feature: "console", who: "me", load: () => import("../features/console/AgentsPage") },
]
