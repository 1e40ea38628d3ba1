import { useQueryClient } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { useSearchParams } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { isSignedIn, store } from "../../app/session"
import { Text, useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Code } from "../../ui/Code"
import { Tabs } from "../../ui/Tabs"
import { TRY } from "./draft"
import { environment, example, FILL, LANGUAGES, type Language, NO_KEY } from "./examples"
import { KEYS } from "./keys"
import { madeKey, remember } from "./made"

/** What the programs set aside. */
const HOLD = 20_000
const HERE = location.origin

/** From nothing to an agent's first answer in five minutes, in test mode. */
export function Page() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const language: Language = LANGUAGES.find((known) => known === params.get("language")) ?? "javascript"
  useTitle(say("dev.title"))

  const choose = (value: Language) => setParams({ language: value }, { replace: true })
  return (
    <div class="grid max-w-3xl gap-8">
      <header class="grid gap-3">
        <h1 class="text-xl md:text-2xl">{say("dev.title")}</h1>
        <p class="text-lg text-soft">{say("dev.lead")}</p>
        <p class="flex flex-wrap gap-x-6">
          <Outside href="/docs">{say("dev.docs")}</Outside>
          <Outside href="/openapi">{say("dev.openapi")}</Outside>
        </p>
      </header>
      <ol class="grid gap-8">
        <TestKey />
        <Steps language={language} choose={choose} />
      </ol>
      <section aria-labelledby="live" class="grid gap-3">
        <h2 id="live" class="text-lg">
          {say("dev.live")}
        </h2>
        <ul class="grid list-disc gap-2 ps-5">
          {(["dev.live1", "dev.live2", "dev.live3", "dev.live4"] as const).map((line) => (
            <li key={line}>{say(line)}</li>
          ))}
        </ul>
        <div>
          <LinkButton to="/developers/keys">{say("dev.toKeys")}</LinkButton>
        </div>
      </section>
    </div>
  )
}

function TestKey() {
  const say = useSay()
  const said = useProblem()
  const queries = useQueryClient()
  const making = useMutation({
    mutationFn: () => store().apiKeys.create(TRY),
    onSuccess: (key) => {
      remember(key)
      queries.invalidateQueries({ queryKey: KEYS, exact: true })
    },
  })
  const key = madeKey()
  return (
    <Step number={1} title={say("dev.key")} hint={say("dev.keyHint")}>
      {key && <Made text={key} />}
      {!key &&
        (isSignedIn() ? (
          <div>
            <Button kind="primary" onClick={() => making.mutate()} busy={making.isPending}>
              {say(making.isPending ? "dev.making" : "dev.makeTest")}
            </Button>
          </div>
        ) : (
          <div>
            <LinkButton kind="primary" to={`/sign-in?to=${encodeURIComponent("/developers")}`}>
              {say("dev.signIn")}
            </LinkButton>
          </div>
        ))}
      {making.error && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(making.error)}
        </p>
      )}
    </Step>
  )
}

function Made({ text }: { text: string }) {
  const say = useSay()
  return (
    <>
      <p role="status">{say("dev.keyMade")}</p>
      <Code label={say("dev.keyText")} text={text} wrap />
    </>
  )
}

function Steps({ language, choose }: { language: Language; choose: (language: Language) => void }) {
  const say = useSay()
  const dof = useDof()
  const key = madeKey() ?? NO_KEY
  const { install, program, player } = example(language, HERE, key)
  const how = { javascript: "dev.programJavascript", python: "dev.programPython", unity: "dev.programUnity" } as const
  const tabs = LANGUAGES.map((value) => ({ value, label: say(`dev.${value}`) }))
  return (
    <>
      <Step number={2} title={say("dev.environment")} hint={say("dev.environmentHint")}>
        <Code label={say("dev.environment")} text={environment(HERE, key)} />
      </Step>
      <Step number={3} title={say("dev.fill")} hint={say("dev.fillHint")}>
        <Code label={say("dev.fill")} text={FILL} />
      </Step>
      <Step number={4} title={say("dev.program")} hint={say("dev.programCost", { hold: dof(HOLD) })}>
        <Tabs label={say("dev.language")} tabs={tabs} chosen={language} choose={choose}>
          {install ? (
            <>
              <p class="text-soft">{say("dev.installHint")}</p>
              <Code label={say("dev.install")} text={install} />
            </>
          ) : (
            <p class="text-soft">
              <Text id="dev.installUnity" parts={{ file: (name) => <code class="text-ink">{name}</code> }} />
            </p>
          )}
          <p class="text-soft">{say(how[language])}</p>
          <Code label={say("dev.program")} text={program} />
          <h3 class="mt-2 text-lg">{say("dev.player")}</h3>
          <p class="text-soft">{say("dev.playerHint")}</p>
          <Code label={say("dev.player")} text={player} />
        </Tabs>
      </Step>
    </>
  )
}

interface StepProps {
  number: number
  title: string
  hint: string
  children: ComponentChildren
}

function Step({ number, title, hint, children }: StepProps) {
  const id = useId()
  return (
    <li aria-labelledby={id} class="grid min-w-0 gap-3">
      <h2 id={id} class="flex items-baseline gap-3 text-lg">
        <span aria-hidden="true" class="text-accent figures">
          {number}
        </span>
        {title}
      </h2>
      <p class="text-soft">{hint}</p>
      {children}
    </li>
  )
}

/** What the store serves beside the app. */
function Outside({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} class="press inline-flex items-center text-accent underline">
      {children}
    </a>
  )
}
