import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useEffect, useState } from "preact/hooks"
import { Link, useLocation } from "wouter-preact"
import { LanguageSelect, ThemeSelect } from "../parts/Look"
import { SearchBox } from "../parts/SearchBox"
import { useTold } from "../parts/useTold"
import { Icon, type IconName } from "../ui/Icon"
import { hasUpdate, onUpdate, update } from "./install"
import { KeyList } from "./KeyList"
import { useNews } from "./live"
import type { MessageId } from "./messages"
import { isSignedIn, isUntold, onUntold, store } from "./session"
import { useSay } from "./text"

interface Place {
  to: string
  label: MessageId
  icon: IconName
}

const EVERYBODY: Place[] = [
  { to: "/", label: "nav.home", icon: "home" },
  { to: "/search", label: "nav.search", icon: "search" },
]
const PLAYER: Place[] = [
  { to: "/sessions", label: "nav.sessions", icon: "talk" },
  { to: "/wallet", label: "nav.wallet", icon: "wallet" },
]
/** On a phone the account page is the way to it: five have room under the thumb. */
const STUDIO: Place = { to: "/studio", label: "nav.studio", icon: "gauge" }
const ACCOUNT: Place = { to: "/account", label: "nav.account", icon: "person" }
const SIGN_IN: Place = { to: "/sign-in", label: "nav.signIn", icon: "person" }

/** What stands around every page: the way to others, at the top where there is room, under the thumb where there is not. */
export function Frame({ children }: { children: ComponentChildren }) {
  const say = useSay()
  const own = isSignedIn() ? [...PLAYER, ACCOUNT] : [SIGN_IN]
  const atTop = isSignedIn() ? [...PLAYER, STUDIO, ACCOUNT] : own
  return (
    <div class="flex min-h-dvh flex-col">
      <a
        href="#main"
        class="press sr-only z-20 items-center bg-accent px-4 text-on-accent focus:not-sr-only focus:fixed focus:inline-flex"
      >
        {say("app.skip")}
      </a>
      <Offline />
      <Update />
      <OutLater />
      <header class="sticky top-0 z-10 border-b border-line bg-ground/95 backdrop-blur">
        <div class="mx-auto flex h-16 max-w-7xl items-center gap-4 px-4">
          <Link href="/" class="press flex items-center gap-2 font-display text-lg font-semibold">
            <Mark />
            <span class="max-sm:sr-only">{say("app.name")}</span>
          </Link>
          <div class="min-w-0 flex-1 md:max-w-xl">
            <SearchBox />
          </div>
          <nav aria-label={say("nav.main")} class="ms-auto flex gap-1 max-md:hidden">
            {atTop.map((place) => (
              <NavLink key={place.to} place={place} />
            ))}
          </nav>
          {isSignedIn() && <Bell />}
        </div>
      </header>
      {/* As high as the screen is without the header (4rem): what stands below does not jump when the page has come. */}
      <main
        id="main"
        tabIndex={-1}
        class="mx-auto min-h-[calc(100dvh-4rem)] w-full max-w-7xl flex-1 px-4 py-6 outline-none"
      >
        {children}
      </main>
      <Footer />
      <News />
      <KeyList />
      <nav
        aria-label={say("nav.main")}
        class="fixed inset-x-0 bottom-0 z-10 flex justify-around border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {[...EVERYBODY, ...own].map((place) => (
          <NavLink key={place.to} place={place} small />
        ))}
      </nav>
    </div>
  )
}

/** What a visitor without an account may choose too: the language, and dark or light. */
function Footer() {
  const say = useSay()
  return (
    <footer class="border-t border-line max-md:pb-[calc(64px+env(safe-area-inset-bottom))]">
      <div class="mx-auto flex max-w-7xl flex-wrap items-end gap-4 px-4 py-6">
        <p class="me-auto text-sm text-soft max-sm:basis-full">{say("app.tagline")}</p>
        <LanguageSelect />
        <ThemeSelect />
      </div>
    </footer>
  )
}

/** Says what has just happened to those who do not see the bell. */
function News() {
  const news = useNews(isSignedIn())
  const told = useTold()
  return (
    <p role="status" class="sr-only">
      {news && <span key={news.id}>{told(news).title}</span>}
    </p>
  )
}

function NavLink({ place, small }: { place: Place; small?: boolean }) {
  const say = useSay()
  const [path] = useLocation()
  const here = place.to === "/" ? path === "/" : path.startsWith(place.to)
  return (
    <Link
      href={place.to}
      aria-current={here ? "page" : undefined}
      class={`press flex items-center justify-center gap-2 rounded-md px-3 ${small ? "flex-1 flex-col gap-0 py-2 text-xs" : ""} ${here ? "text-accent" : "text-soft hover:text-ink"}`}
    >
      <Icon name={place.icon} />
      <span class={small ? "" : "max-lg:sr-only"}>{say(place.label)}</span>
    </Link>
  )
}

function Bell() {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ["notifications", "unread"],
    queryFn: ({ signal }) => store().notifications.list({ limit: 1, unread: true }, { signal }).page(),
  })
  const unread = (data?.items.length ?? 0) > 0
  return (
    <Link href="/notifications" class="press relative grid place-items-center text-soft hover:text-ink">
      <Icon name="bell" />
      <span class="sr-only">{say(unread ? "nav.unread" : "nav.notifications")}</span>
      {unread && <span class="absolute end-2 top-2 size-2 rounded-full bg-accent" />}
    </Link>
  )
}

function Offline() {
  const say = useSay()
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener("online", look)
    addEventListener("offline", look)
    return () => {
      removeEventListener("online", look)
      removeEventListener("offline", look)
    }
  }, [])
  return online ? null : (
    <p role="status" class="bg-warn px-4 py-2 text-center text-sm text-ground">
      {say("state.offline")}
    </p>
  )
}

function Update() {
  const say = useSay()
  const [there, setThere] = useState(hasUpdate)
  useEffect(() => onUpdate(() => setThere(true)), [])
  return there ? (
    <p role="status" class="flex flex-wrap items-center justify-center gap-x-4 bg-higher px-4 text-sm">
      {say("state.update")}
      <button type="button" class="press px-2 text-accent underline" onClick={update}>
        {say("state.reload")}
      </button>
    </p>
  ) : null
}

/** Whoever signed out without a network knows that the store has not heard of it. */
function OutLater() {
  const say = useSay()
  const [untold, setUntold] = useState(isUntold)
  useEffect(() => onUntold(() => setUntold(isUntold())), [])
  return untold ? (
    <p role="status" class="bg-higher px-4 py-2 text-center text-sm">
      {say("state.outLater")}
    </p>
  ) : null
}

/** The meter, small: the sign of the house. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle cx="16" cy="16" r="12" fill="none" stroke="var(--line)" stroke-width="4" />
      <path d="M16 4a12 12 0 1 1-11.4 8.3" fill="none" stroke="var(--accent)" stroke-width="4" stroke-linecap="round" />
      <circle cx="16" cy="16" r="3.5" fill="var(--accent)" />
    </svg>
  )
}
