import type { ApiKey, ApiKeyCreated } from "@jiga/store"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link, useSearchParams } from "wouter-preact"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { Problem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { Skeleton } from "../../ui/Loading"
import { KeyFacts, KeyMarks, KeyName } from "./KeyFacts"
import { KeyText } from "./KeyText"
import { KEYS, useKeys } from "./keys"
import { MakeKey } from "./MakeKey"

/** The account's keys, and a new one. */
export function Page() {
  const say = useSay()
  const queries = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [made, setMade] = useState<ApiKeyCreated>()
  const { data, error, refetch } = useKeys()
  const making = params.has("new")
  useTitle(say("dev.keys"))

  if (error && !data) return <Problem page error={error} again={refetch} />
  return (
    <div class="grid max-w-4xl gap-6">
      <header class="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 class="text-xl md:text-2xl">{say(making ? "dev.make" : "dev.keys")}</h1>
          <p class="text-soft">{say("dev.keysLead")}</p>
        </div>
        {!making && (
          <div class="flex flex-wrap gap-3">
            <LinkButton to="/developers">{say("dev.quickStart")}</LinkButton>
            {data && data.length > 0 && <MakeOne />}
          </div>
        )}
      </header>
      {making ? (
        <MakeKey
          made={(key) => {
            queries.invalidateQueries({ queryKey: KEYS, exact: true })
            setMade(key)
            setParams({}, { replace: true })
          }}
          cancel={() => setParams({}, { replace: true })}
        />
      ) : (
        <Keys keys={data} />
      )}
      {made && <KeyText made={made} close={() => setMade(undefined)} />}
    </div>
  )

  function MakeOne() {
    return (
      <Button kind="primary" onClick={() => setParams({ new: "" })}>
        {say("dev.make")}
      </Button>
    )
  }
}

function Keys({ keys }: { keys: readonly ApiKey[] | undefined }) {
  const say = useSay()
  if (!keys) {
    return (
      <div class="grid gap-4">
        <Skeleton class="h-60" />
        <Skeleton class="h-60" />
      </div>
    )
  }
  if (keys.length === 0) {
    return (
      <div class="grid min-h-60 place-content-center justify-items-center gap-3 text-center">
        <p class="text-lg">{say("dev.noKeys")}</p>
        <p class="text-soft">{say("dev.noKeysHint")}</p>
        <LinkButton kind="primary" to="/developers/keys?new=">
          {say("dev.make")}
        </LinkButton>
      </div>
    )
  }
  return (
    <ul class="grid gap-4">
      {keys.map((key) => (
        <li key={key.id} class="grid gap-4 rounded-lg border border-line bg-raised p-4">
          <header class="flex flex-wrap items-start justify-between gap-3">
            <div class="grid min-w-0 gap-1">
              <h2 class="text-lg">{key.name}</h2>
              <KeyName of={key} />
            </div>
            <KeyMarks of={key} />
          </header>
          <KeyFacts of={key} />
          <footer>
            <Link
              href={`/developers/keys/${encodeURIComponent(key.id)}`}
              class="press inline-flex items-center text-accent underline"
            >
              {say("dev.open")}
              <span class="sr-only">: {key.name}</span>
            </Link>
          </footer>
        </li>
      ))}
    </ul>
  )
}
