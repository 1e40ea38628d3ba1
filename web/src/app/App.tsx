import { QueryClientProvider } from "@tanstack/react-query"
import { useLayoutEffect, useState } from "preact/hooks"
import { Route, Switch } from "wouter-preact"
import { NotFound } from "../parts/Problem"
import { Registered } from "../parts/Registered"
import { adopt } from "./adopt"
import { Frame } from "./Frame"
import { apply, keep, type Locale } from "./locale"
import { PageView } from "./PageView"
import { PAGES, type PageProps } from "./pages"
import { queries } from "./queries"
import { isSignedIn, onSignInChange } from "./session"
import { ChooseLanguage, Language, speakIn } from "./text"

export function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first)
  const [, again] = useState(0)

  const choose = async (next: Locale) => {
    await speakIn(next)
    keep(next)
    apply(next)
    setLocale(next)
  }
  // Heard from the first drawing on: a sign-in that is renewed while the page loads may end before the browser has painted.
  useLayoutEffect(
    () =>
      onSignInChange(() => {
        again((n) => n + 1)
        if (isSignedIn()) adopt(choose)
      }),
    [],
  )
  return (
    <QueryClientProvider client={queries}>
      <Language.Provider value={locale}>
        <ChooseLanguage.Provider value={choose}>
          <Frame>
            <Registered />
            <Switch>
              {PAGES.map((row) => (
                <Route key={row.path} path={row.path}>
                  {(params: PageProps) => <PageView key={row.path} row={row} params={params} />}
                </Route>
              ))}
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Frame>
        </ChooseLanguage.Provider>
      </Language.Provider>
    </QueryClientProvider>
  )
}
