import { ApiError, JigaError } from "@jiga/store"
import { useLocation } from "wouter-preact"
import { type Failure, failureOf } from "../app/queries"
import { useKnows, useLocale, useSay } from "../app/text"
import { useTitle } from "../app/title"
import { Button, LinkButton } from "../ui/Button"

/** A problem in the reader's language, by its code: in English the store's own sentence, which knows the figures. */
export function useProblem(): (error: unknown) => string {
  const say = useSay()
  const knows = useKnows()
  const locale = useLocale()
  return (error) => {
    if (failureOf(error) === "offline") return say("state.unreachable")
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : say("state.broke")
    const id = `problem.${error.code}`
    return locale !== "en" && knows(id) ? say(id) : (error.detail ?? error.message)
  }
}

interface ProblemProps {
  error: unknown
  again?: (() => void) | undefined
  /** It stands in the place of a whole page, and so has its heading. */
  page?: boolean
}

/** Why there is nothing to see, and the way out: one case for each kind of failure. */
export function Problem({ error, again, page }: ProblemProps) {
  const say = useSay()
  const [path] = useLocation()
  const said = useProblem()
  const failure: Failure = failureOf(error)
  const requestId = error instanceof ApiError ? error.requestId : undefined
  return (
    <div role="alert" class="grid min-h-60 place-content-center gap-4 p-6 text-center">
      {page ? <h1 class="text-lg">{sentence(failure)}</h1> : <p class="text-lg">{sentence(failure)}</p>}
      {way(failure)}
      {requestId && <p class="text-xs text-soft">{say("state.requestId", { id: requestId })}</p>}
    </div>
  )

  function sentence(of: Failure): string {
    switch (of) {
      case "offline":
        return say("state.unreachable")
      case "signed-out":
        return say("state.signInFirst")
      case "forbidden":
        return say("state.forbidden")
      case "missing":
        return say("state.notFound")
      case "broken":
        return said(error)
    }
  }

  function way(of: Failure) {
    switch (of) {
      case "signed-out":
        return <LinkButton to={`/sign-in?to=${encodeURIComponent(path)}`}>{say("nav.signIn")}</LinkButton>
      case "forbidden":
      case "missing":
        return <LinkButton to="/">{say("state.home")}</LinkButton>
      default:
        return again && <Button onClick={again}>{say("state.again")}</Button>
    }
  }
}

/** A page that broke, which is a defect of ours. */
export function Broken({ error, again }: { error: unknown; again: () => void }) {
  const say = useSay()
  if (error instanceof JigaError) return <Problem page error={error} again={again} />
  return (
    <div role="alert" class="grid min-h-60 place-content-center gap-4 p-6 text-center">
      <h1 class="text-xl">{say("state.broke")}</h1>
      <p class="text-soft">{say("state.brokeHint")}</p>
      <div>
        <Button onClick={again}>{say("state.again")}</Button>
      </div>
    </div>
  )
}

/** This app is older than the store, which has not its files any more. */
export function Outdated() {
  const say = useSay()
  return (
    <div role="alert" class="grid min-h-60 place-content-center gap-4 p-6 text-center">
      <h1 class="text-xl">{say("state.outdated")}</h1>
      <div>
        <Button kind="primary" onClick={() => location.reload()}>
          {say("state.reloadNow")}
        </Button>
      </div>
    </div>
  )
}

/** A page for others, such as operators: nothing was asked for that had to be refused. */
export function Forbidden() {
  const say = useSay()
  return (
    <div class="grid min-h-80 place-content-center gap-4 p-6 text-center">
      <h1 class="text-xl">{say("state.forbidden")}</h1>
      <div>
        <LinkButton to="/">{say("state.home")}</LinkButton>
      </div>
    </div>
  )
}

export function NotFound() {
  const say = useSay()
  useTitle(say("app.name"))
  return (
    <div class="grid min-h-80 place-content-center gap-4 p-6 text-center">
      <h1 class="text-xl">{say("state.notFound")}</h1>
      <p class="text-soft">{say("state.notFoundHint")}</p>
      <div>
        <LinkButton to="/">{say("state.home")}</LinkButton>
      </div>
    </div>
  )
}
