import type { Account } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link } from "wouter-preact"
import type { MessageId } from "../../app/messages"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Icon, type IconName } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"
import { Played } from "./Played"
import { SignIns } from "./SignIns"
import { SignOut } from "./SignOut"
import { Unverified } from "./Unverified"

interface Place {
  to: string
  label: MessageId
  hint: MessageId
  icon: IconName
}

const PLACES: Place[] = [
  { to: "/account/profile", label: "account.profile", hint: "account.profileHint", icon: "person" },
  { to: "/account/preferences", label: "account.preferences", hint: "account.preferencesHint", icon: "filter" },
  { to: "/account/password", label: "account.password", hint: "account.passwordHint", icon: "key" },
  { to: "/favourites", label: "nav.favourites", hint: "account.favouritesHint", icon: "heart" },
  { to: "/achievements", label: "account.achievements", hint: "account.achievementsHint", icon: "star" },
  { to: "/notifications", label: "nav.notifications", hint: "account.notificationsHint", icon: "bell" },
  { to: "/studio", label: "nav.studio", hint: "account.studioHint", icon: "talk" },
  { to: "/developers", label: "nav.developers", hint: "account.developersHint", icon: "code" },
]
/** As the store calls it. */
const OPERATOR = "admin"
const CONSOLE: Place = { to: "/console", label: "nav.console", hint: "account.consoleHint", icon: "gauge" }

/** Who one is here, and the way to all that is one's own. */
export function Page() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => store().auth.user({ signal }),
  })
  useTitle(say("nav.account"))

  const places = data?.role === OPERATOR ? [...PLACES, CONSOLE] : PLACES
  return (
    <div class="grid gap-8">
      <h1 class="sr-only">{say("nav.account")}</h1>
      {error && !data ? (
        <Problem error={error} again={refetch} />
      ) : data ? (
        <Who account={data} />
      ) : (
        <Skeleton class="h-52 sm:h-44" />
      )}
      <nav aria-label={say("account.places")}>
        <ul class="grid border-line max-sm:divide-y max-sm:divide-line max-sm:overflow-hidden max-sm:rounded-lg max-sm:border max-sm:bg-raised sm:grid-cols-2 sm:gap-3 lg:grid-cols-4">
          {places.map(({ to, label, hint, icon }) => (
            <li key={to}>
              <Link
                href={to}
                class="flex h-full items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-higher sm:rounded-lg sm:border sm:border-line sm:bg-raised sm:p-4 sm:outline-offset-2 sm:hover:border-accent"
              >
                <span class="text-accent">
                  <Icon name={icon} />
                </span>
                <span class="min-w-0">
                  <span class="block font-medium">{say(label)}</span>
                  <span class="block text-sm text-soft">{say(hint)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Played />
      <SignIns />
      <SignOut />
    </div>
  )
}

function Who({ account }: { account: Account }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(account.id)
    setCopied(true)
  }
  return (
    <header class="grid gap-3 wrap-anywhere">
      <div>
        <p class="font-display text-xl font-semibold">{account.displayName}</p>
        {account.email && <p class="text-soft">{account.email}</p>}
      </div>
      {account.email && !account.emailVerified && <Unverified address={account.email} />}
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised p-4">
        <dl class="min-w-0 flex-1 max-sm:basis-full">
          <dt class="text-sm text-soft">{say("account.id")}</dt>
          <dd class="break-all">{account.id}</dd>
          <dd class="text-sm text-soft">{say("account.idHint")}</dd>
        </dl>
        {/* A page that did not come over TLS is given no clipboard. */}
        {isSecureContext && (
          <Button onClick={copy}>
            <span aria-live="polite">{say(copied ? "account.copied" : "account.copy")}</span>
          </Button>
        )}
      </div>
    </header>
  )
}
