import { useState } from "preact/hooks"
import { useSearchParams } from "wouter-preact"
import { useSay, useWord } from "../../app/text"
import { Button } from "../../ui/Button"
import { Fact } from "../../ui/Fact"
import { Field, Input, Select } from "../../ui/Field"
import { When } from "../../ui/When"
import { Listed, useList } from "./list"
import { Operators } from "./Operators"
import { fromField, toField } from "./time"
import type { AuditEntry } from "./types"
import { ACTS } from "./words"

const PAGE = 100
/** What the log is searched by, one at a time. */
const WAYS = ["act", "who", "subject"] as const
type Way = (typeof WAYS)[number]

/** What operators did. What is looked for stands in the address. */
export function Page() {
  return (
    <Operators title="ops.audit">
      <Entries />
    </Operators>
  )
}

function Entries() {
  const say = useSay()
  const [params] = useSearchParams()
  const asked = (name: string) => params.get(name) || undefined
  const way = WAYS.find(asked)
  const list = useList<AuditEntry>(
    "/admin/audit",
    { ...(way && { [way]: asked(way) }), since: asked("since"), before: asked("before") },
    PAGE,
  )
  const isFiltered = [...params.values()].some(Boolean)
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.auditLead")}</p>
      <Filter key={params.toString()} way={way} />
      <Listed
        list={list}
        keyOf={({ at, subject, act }) => `${at} ${subject} ${act}`}
        row={(entry) => <Entry entry={entry} />}
        empty={say(isFiltered ? "ops.auditNone" : "ops.auditEmpty")}
      />
    </>
  )
}

function Filter({ way }: { way: Way | undefined }) {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const [by, setBy] = useState<Way | "">(way ?? "")
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement)
    const value = String(typed.get("value") ?? "").trim()
    const wished = {
      ...(by && { [by]: value }),
      since: fromField(typed.get("since")),
      before: fromField(typed.get("before")),
    }
    setParams(Object.entries(wished).filter((each): each is [string, string] => Boolean(each[1])))
  }
  return (
    <search>
      <form onSubmit={submit} class="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_2fr_1fr_1fr_auto]">
        <Field label={say("ops.by")}>
          {(of) => (
            <Select
              {...of}
              value={by}
              onChange={({ currentTarget }) => setBy(WAYS.find((each) => each === currentTarget.value) ?? "")}
            >
              <option value="">{say("ops.actAll")}</option>
              {WAYS.map((each) => (
                <option key={each} value={each}>
                  {say(`ops.by.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Value by={by} value={(by && params.get(by)) || ""} />
        <Field label={say("ops.sinceAt")}>
          {(of) => <Input {...of} name="since" type="datetime-local" defaultValue={toField(params.get("since"))} />}
        </Field>
        <Field label={say("ops.beforeAt")}>
          {(of) => <Input {...of} name="before" type="datetime-local" defaultValue={toField(params.get("before"))} />}
        </Field>
        <span class="flex gap-3">
          <Button type="submit" kind="primary">
            {say("ops.findDo")}
          </Button>
          {params.size > 0 && (
            <Button kind="quiet" onClick={() => setParams({})}>
              {say("ops.clear")}
            </Button>
          )}
        </span>
      </form>
    </search>
  )
}

function Value({ by, value }: { by: Way | ""; value: string }) {
  const say = useSay()
  const word = useWord()
  if (by === "act") {
    const acts = value && !ACTS.some((act) => act === value) ? [value, ...ACTS] : ACTS
    return (
      <Field label={say("ops.by.act")}>
        {(of) => (
          <Select {...of} name="value" defaultValue={value || ACTS[0]}>
            {acts.map((act) => (
              <option key={act} value={act}>
                {word("ops.act", act)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    )
  }
  return (
    <Field label={say(by ? `ops.by.${by}` : "ops.byId")}>
      {(of) => (
        <Input
          {...of}
          key={by}
          name="value"
          type="search"
          defaultValue={value}
          disabled={by === ""}
          autocomplete="off"
          spellcheck={false}
        />
      )}
    </Field>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const say = useSay()
  const word = useWord()
  return (
    <article class="grid gap-3 wrap-anywhere">
      <dl class="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
        <Fact label={say("ops.at")}>
          <When at={entry.at} exact />
        </Fact>
        <Fact label={say("ops.act")}>{word("ops.act", entry.act)}</Fact>
        <Fact label={say("ops.subject")}>{entry.subject}</Fact>
        <Fact label={say("ops.who")}>
          <span class="text-sm">{entry.who}</span>
          {entry.requestId && (
            <span class="block text-xs text-soft">{say("state.requestId", { id: entry.requestId })}</span>
          )}
        </Fact>
      </dl>
      {(entry.reason || entry.before || entry.after) && (
        <dl class="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
          {entry.reason && (
            <div class="min-w-0 sm:col-span-2">
              <dt class="text-sm text-soft">{say("ops.reason")}</dt>
              <dd class="whitespace-pre-line">{entry.reason}</dd>
            </div>
          )}
          {entry.before && <Fact label={say("ops.before")}>{entry.before}</Fact>}
          {entry.after && <Fact label={say("ops.after")}>{entry.after}</Fact>}
        </dl>
      )}
    </article>
  )
}
