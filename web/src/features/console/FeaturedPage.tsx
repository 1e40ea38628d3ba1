import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { useMoment } from "../../ui/moment"
import { ActDialog } from "./ActDialog"
import { useParam } from "./list"
import { Mark } from "./Mark"
import { Operators } from "./Operators"
import { fromField, toField } from "./time"
import type { Featured } from "./types"

/** What `edit` says of a listing that is not among them yet. */
const NEW = "new"

/** Which listings players see first. Which is being changed stands in the address. */
export function Page() {
  return (
    <Operators title="ops.featured">
      <FeaturedList />
    </Operators>
  )
}

function pathOf(id: string): string {
  return `/admin/featured/${encodeURIComponent(id)}`
}

function FeaturedList() {
  const say = useSay()
  const [told, setTold] = useState("")
  const [edit, setEdit] = useParam("edit")
  const [removing, setRemoving] = useState<Featured>()
  const { data, error, refetch } = useQuery({
    queryKey: ["console", "featured"],
    queryFn: ({ signal }) =>
      store().request<{ items: Featured[] }>({ method: "GET", path: "/admin/featured" }, { signal }),
  })
  if (error && !data) return <Problem error={error} again={refetch} />
  if (!data) return <Skeleton class="h-96" />
  const next = Math.max(0, ...data.items.map(({ position }) => position)) + 1
  return (
    <>
      <p class="max-w-prose text-soft">{say("ops.featuredLead")}</p>
      <div>
        <Button kind="primary" onClick={() => setEdit(NEW)}>
          {say("ops.featureNew")}
        </Button>
      </div>
      <p role="status" class="text-good empty:hidden">
        {told}
      </p>
      {data.items.length === 0 && <p class="text-soft">{say("ops.featuredNone")}</p>}
      <ol class="grid gap-3">
        {data.items.map((item) => (
          <li key={item.listingId} class="min-w-0 rounded-lg border border-line bg-raised p-4">
            <Row item={item} edit={() => setEdit(item.listingId)} remove={() => setRemoving(item)} />
          </li>
        ))}
      </ol>
      {edit && (
        <EditDialog
          key={edit}
          id={edit === NEW ? "" : edit}
          item={data.items.find(({ listingId }) => listingId === edit)}
          next={next}
          close={() => setEdit("")}
          done={(name) => {
            setEdit("")
            setTold(say("ops.featureDone", { name }))
          }}
        />
      )}
      {removing && (
        <ActDialog
          title={say("ops.unfeatureAsk", { name: nameOf(removing) })}
          what={say("ops.unfeatureEnds")}
          act={say("ops.unfeatureDo")}
          run={() => store().request({ method: "DELETE", path: pathOf(removing.listingId) })}
          close={() => setRemoving(undefined)}
          done={() => {
            setRemoving(undefined)
            setTold(say("ops.unfeatureDone", { name: nameOf(removing) }))
          }}
        />
      )}
    </>
  )
}

function nameOf({ title, listingId }: Featured): string {
  return title ?? listingId
}

function Row({ item, edit, remove }: { item: Featured; edit: () => void; remove: () => void }) {
  const say = useSay()
  const number = useNumber()
  const moment = useMoment()
  const { listingId, title, position, from, until, shown } = item
  return (
    <article class="flex flex-wrap items-center gap-x-4 gap-y-2 wrap-anywhere">
      <span class="min-w-6 font-display text-xl font-semibold figures text-soft">{number(position)}</span>
      <div class="min-w-0 flex-1 basis-48">
        <h2 class="text-base font-medium">
          {title ? (
            <Link href={`/agents/${encodeURIComponent(listingId)}`} class="inline-block py-1 text-accent underline">
              {title}
            </Link>
          ) : (
            listingId
          )}
        </h2>
        <p class="text-sm text-soft">{span()}</p>
      </div>
      <Mark tone={shown ? "good" : "plain"}>{say(shown ? "ops.isShown" : "ops.isNotShown")}</Mark>
      <span class="flex flex-wrap gap-3">
        <Button onClick={edit}>
          {say("ops.change")}
          <span class="sr-only">: {title ?? listingId}</span>
        </Button>
        <Button kind="danger" onClick={remove}>
          {say("ops.unfeature")}
          <span class="sr-only">: {title ?? listingId}</span>
        </Button>
      </span>
    </article>
  )

  function span(): string {
    if (from && until) return say("ops.fromUntil", { from: moment(from), until: moment(until) })
    if (from) return say("ops.fromOn", { from: moment(from) })
    return until ? say("ops.upTo", { until: moment(until) }) : say("ops.always")
  }
}

interface EditDialogProps {
  /** Empty: which one is asked for too. */
  id: string
  item: Featured | undefined
  /** The place behind all others. */
  next: number
  close: () => void
  done: (name: string) => void
}

function EditDialog({ id, item, next, close, done }: EditDialogProps) {
  const say = useSay()
  return (
    <ActDialog<Featured>
      title={item ? say("ops.featureChange", { name: nameOf(item) }) : say("ops.featureNew")}
      what={say("ops.featureEnds")}
      act={say(item ? "ops.featureSave" : "ops.featureNew")}
      kind="primary"
      run={(_, typed) => {
        const body = {
          position: Number(typed.get("position")),
          from: fromField(typed.get("from")),
          until: fromField(typed.get("until")),
        }
        const path = pathOf(id || String(typed.get("listingId") ?? "").trim())
        return store().request<Featured>({ method: "PUT", path, body })
      }}
      close={close}
      done={(featured) => done(nameOf(featured))}
    >
      {(wrong) => (
        <>
          {!item && (
            <Field label={say("ops.listingId")} hint={say("ops.listingIdHint")} error={wrong.listingId}>
              {(of) => (
                <Input
                  {...of}
                  name="listingId"
                  required
                  defaultValue={id}
                  readOnly={id !== ""}
                  autocomplete="off"
                  spellcheck={false}
                />
              )}
            </Field>
          )}
          <Field label={say("ops.position")} hint={say("ops.positionHint")} error={wrong.position}>
            {(of) => (
              <Input
                {...of}
                name="position"
                type="number"
                min={1}
                max={1000}
                required
                defaultValue={String(item?.position ?? next)}
              />
            )}
          </Field>
          <div class="grid gap-4 sm:grid-cols-2">
            <Field label={say("ops.from")} hint={say("ops.fromHint")} error={wrong.from}>
              {(of) => <Input {...of} name="from" type="datetime-local" defaultValue={toField(item?.from)} />}
            </Field>
            <Field label={say("ops.until")} hint={say("ops.untilHint")} error={wrong.until}>
              {(of) => <Input {...of} name="until" type="datetime-local" defaultValue={toField(item?.until)} />}
            </Field>
          </div>
        </>
      )}
    </ActDialog>
  )
}
