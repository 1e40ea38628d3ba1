import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "wouter-preact"
import { failureOf } from "../../app/queries"
import { isSignedIn, store } from "../../app/session"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Problem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { When } from "../../ui/When"

interface Mail {
  id: string
  at: string
  to: string
  language: string
  subject: string
  text: string
}

/** A letter is written a moment after it was asked for. */
const EVERY = 5_000

/** The letters that a store keeps instead of sending them. */
export function Page() {
  const say = useSay()
  useTitle(say("letter.mailbox"))
  return (
    <div class="mx-auto grid w-full max-w-3xl min-w-0 gap-6">
      <header class="grid gap-2">
        <h1 class="text-xl">{say("letter.mailbox")}</h1>
        <p class="text-soft">{say("letter.mailboxLead")}</p>
      </header>
      <Mails />
    </div>
  )
}

function Mails() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const address = params.get("address") ?? ""
  const { data, error, refetch } = useQuery({
    queryKey: ["mails", "of", address],
    queryFn: ({ signal }) =>
      store().request<{ items: Mail[] }>(
        { method: "GET", path: "/mails", query: { address: address || undefined } },
        { signal },
      ),
    refetchInterval: ({ state }) => (state.error ? false : EVERY),
    staleTime: 0,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get("address") ?? "").trim()
    setParams(typed ? { address: typed } : {})
  }
  if (error && !data) return <Refused error={error} again={refetch} />
  return (
    <>
      <form key={address} role="search" aria-label={say("letter.find")} onSubmit={submit} class="flex flex-wrap gap-3">
        <div class="min-w-52 flex-1">
          <Field label={say("letter.address")}>
            {(of) => (
              <Input
                {...of}
                name="address"
                type="search"
                defaultValue={address}
                autocomplete="off"
                spellcheck={false}
              />
            )}
          </Field>
        </div>
        <span class="flex items-end gap-3">
          <Button type="submit">{say("letter.show")}</Button>
          {address && (
            <Button kind="quiet" onClick={() => setParams({})}>
              {say("letter.all")}
            </Button>
          )}
        </span>
      </form>
      {!data && <Skeleton class="h-60" />}
      {data?.items.length === 0 && (
        <div class="grid min-h-40 place-content-center gap-2 text-center wrap-anywhere">
          <p class="text-lg">{address ? say("letter.noneFor", { address }) : say("letter.none")}</p>
          <p class="text-soft">{say("letter.noneHint")}</p>
        </div>
      )}
      <ol class="grid gap-4">
        {data?.items.map((mail) => (
          <li key={mail.id} class="min-w-0">
            <MailView mail={mail} />
          </li>
        ))}
      </ol>
    </>
  )
}

function MailView({ mail: { id, at, to, language, subject, text } }: { mail: Mail }) {
  const say = useSay()
  return (
    <article aria-labelledby={id} class="grid min-w-0 gap-3 rounded-lg border border-line bg-raised p-4 wrap-anywhere">
      <header>
        <h2 id={id} lang={language} dir="auto" class="text-lg">
          {subject}
        </h2>
        <p class="text-sm text-soft">
          {say("letter.to", { address: to })} · <When at={at} exact />
        </p>
      </header>
      <p lang={language} dir="auto" class="whitespace-pre-line">
        {text.split(/(https?:\/\/\S+)/).map((piece, index) =>
          index % 2 === 1 ? (
            <a key={index} href={piece} class="inline-block py-2 text-accent underline">
              {piece}
            </a>
          ) : (
            piece
          ),
        )}
      </p>
    </article>
  )
}

/** Letters open accounts: why they are not for everybody, and who may read them. */
function Refused({ error, again }: { error: unknown; again: () => void }) {
  const say = useSay()
  const failure = failureOf(error)
  if (failure !== "signed-out" && failure !== "forbidden") return <Problem error={error} again={again} />
  return (
    <div role="alert" class="grid justify-items-start gap-4 rounded-lg border border-line bg-raised p-4">
      <p>{say(failure === "signed-out" ? "letter.forOperators" : "letter.notYours")}</p>
      {isSignedIn() ? (
        <LinkButton to="/">{say("state.home")}</LinkButton>
      ) : (
        <LinkButton to="/sign-in?to=/mailbox" kind="primary">
          {say("nav.signIn")}
        </LinkButton>
      )}
    </div>
  )
}
