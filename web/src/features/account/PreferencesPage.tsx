import type { Preferences, PreferencesRequest } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useContext, useState } from "preact/hooks"
import { languageOf, themeOf } from "../../app/adopt"
import { LOCALES, type Locale } from "../../app/locale"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { ChooseLanguage, useLocale, useSay } from "../../app/text"
import { choose as chooseTheme, THEMES, type Theme } from "../../app/theme"
import { nameOf } from "../../parts/Look"
import { Problem } from "../../parts/Problem"
import { Field, Select } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { ifStill, Saving, Sheet } from "./Sheet"

const KEY = ["preferences"]
const MOST_GAMES = 20

/** How one likes it, on every device. */
export function Page() {
  const say = useSay()
  const chooseLanguage = useContext(ChooseLanguage)
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => store().profile.preferences({ signal }),
  })
  const saving = useMutation({
    mutationFn: ({ request, version }: { request: PreferencesRequest; version: number }) =>
      store().profile.replacePreferences(request, ifStill(version)),
    onSuccess: (preferences) => {
      queries.setQueryData(KEY, preferences)
      chooseTheme(themeOf(preferences))
      const language = languageOf(preferences)
      if (language) chooseLanguage(language)
    },
  })
  const reread = async () => {
    await refetch()
    saving.reset()
  }
  return (
    <Sheet title={say("account.preferences")} lead={say("prefs.lead")}>
      {error && !data ? (
        <Problem error={error} again={refetch} />
      ) : data ? (
        <Form
          key={data.version}
          preferences={data}
          save={(request) => saving.mutate({ request, version: data.version })}
        >
          <Saving saving={saving} reread={reread} />
        </Form>
      ) : (
        <Skeleton class="h-dvh" />
      )}
    </Sheet>
  )
}

interface FormProps {
  preferences: Preferences
  save: (request: PreferencesRequest) => void
  children: ComponentChildren
}

function Form({ preferences, save, children }: FormProps) {
  const say = useSay()
  const locale = useLocale()
  const [language, setLanguage] = useState<Locale>(languageOf(preferences) ?? locale)
  const [theme, setTheme] = useState<Theme>(themeOf(preferences))
  const [games, setGames] = useState(preferences.favoriteGames)
  const [email, setEmail] = useState(preferences.notifications.email)
  const [push, setPush] = useState(preferences.notifications.push)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save({
      language,
      theme: theme === "auto" ? "system" : theme,
      favoriteGames: games,
      notifications: { email, push },
    })
  }
  return (
    <form onSubmit={submit} class="grid gap-6">
      <div class="grid gap-4 sm:grid-cols-2">
        <Field label={say("nav.language")}>
          {(of) => (
            <Select
              {...of}
              value={language}
              onChange={({ currentTarget }) => setLanguage(currentTarget.value as Locale)}
            >
              {LOCALES.map((known) => (
                <option key={known} value={known} lang={known}>
                  {nameOf(known)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={say("nav.theme")}>
          {(of) => (
            <Select {...of} value={theme} onChange={({ currentTarget }) => setTheme(currentTarget.value as Theme)}>
              {THEMES.map((known) => (
                <option key={known} value={known}>
                  {say(`theme.${known}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Games chosen={games} choose={setGames} />
      <fieldset>
        <legend class="font-medium">{say("prefs.messages")}</legend>
        <p class="mb-2 text-sm text-soft">{say("prefs.messagesHint")}</p>
        <Check label={say("prefs.email")} checked={email} toggle={() => setEmail(!email)} />
        <Check label={say("prefs.push")} checked={push} toggle={() => setPush(!push)} />
      </fieldset>
      {children}
    </form>
  )
}

/** The games that agents of this store play, and those that were chosen before. */
function Games({ chosen, choose }: { chosen: string[]; choose: (games: string[]) => void }) {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ["games"],
    queryFn: async ({ signal }) => {
      const { facets } = await store().marketplace.search({ limit: 1 }, { signal }).page()
      return Object.keys(facets.games as Record<string, number>)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const games = [...new Set([...(data ?? []), ...chosen])].sort((a, b) => a.localeCompare(b))
  const full = chosen.length >= MOST_GAMES
  return (
    <fieldset>
      <legend class="font-medium">{say("prefs.games")}</legend>
      <p class="mb-2 text-sm text-soft">{say("prefs.gamesHint", { most: MOST_GAMES })}</p>
      {!data && <Skeleton class="h-120 sm:h-60" />}
      <div class="grid gap-x-4 sm:grid-cols-2">
        {games.map((game) => {
          const checked = chosen.includes(game)
          return (
            <Check
              key={game}
              label={game}
              checked={checked}
              disabled={full && !checked}
              toggle={() => choose(checked ? chosen.filter((other) => other !== game) : [...chosen, game])}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

interface CheckProps {
  label: string
  checked: boolean
  disabled?: boolean
  toggle: () => void
}

function Check({ label, checked, disabled = false, toggle }: CheckProps) {
  return (
    <label class="press flex cursor-pointer items-center gap-3 rounded-md px-1 hover:bg-higher">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={toggle} class="size-5 accent-accent" />
      <span class="min-w-0 flex-1">{label}</span>
    </label>
  )
}
