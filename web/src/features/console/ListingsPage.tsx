import type { ListingPage } from "@jiga/store"
import { useState } from "preact/hooks"
import { Link } from "wouter-preact"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Dof } from "../../ui/Amount"
import { Avatar } from "../../ui/Avatar"
import { Button, LinkButton } from "../../ui/Button"
import { Field, Select } from "../../ui/Field"
import { useMoment } from "../../ui/moment"
import { ActDialog } from "./ActDialog"
import { Finder, Listed, useList, useParam } from "./list"
import { Mark, type Tone } from "./Mark"
import { Operators } from "./Operators"
import { LISTING_STATES } from "./words"

const TONES: Record<(typeof LISTING_STATES)[number], Tone> = {
  active: "good",
  paused: "warn",
  under_review: "warn",
  suspended: "bad",
  unpublished: "plain",
}
/** Who owns what the platform brought along. */
const PLATFORM = "system"

/** Everybody's listings: what is wrong is taken down here. */
export function Page() {
  return (
    <Operators title="ops.listings">
      <Listings />
    </Operators>
  )
}

function Listings() {
  const say = useSay()
  const [told, setTold] = useState("")
  const [status, setStatus] = useParam("status")
  const [ownerId, setOwner] = useParam("ownerId")
  const list = useList<ListingPage>("/admin/listings", { status: status || undefined, ownerId: ownerId || undefined })
  return (
    <>
      <div class="grid max-w-3xl gap-4 sm:grid-cols-2">
        <Field label={say("ops.state")}>
          {(of) => (
            <Select {...of} value={status} onChange={({ currentTarget }) => setStatus(currentTarget.value)}>
              <option value="">{say("ops.stateAll")}</option>
              {LISTING_STATES.map((state) => (
                <option key={state} value={state}>
                  {say(`ops.listing.${state}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Finder label={say("ops.ownerFind")} value={ownerId} find={setOwner} />
      </div>
      <p role="status" class="text-good empty:hidden">
        {told}
      </p>
      <Listed
        list={list}
        keyOf={({ listingId }) => listingId}
        row={(listing) => <Row listing={listing} tell={setTold} />}
        empty={say("ops.listingsNone")}
      />
    </>
  )
}

function Row({ listing, tell }: { listing: ListingPage; tell: (what: string) => void }) {
  const say = useSay()
  const moment = useMoment()
  const [asked, setAsked] = useState(false)
  const { listingId, ownerId, title, agent, moderation, pricing, updatedAt } = listing
  const state = LISTING_STATES.find((each) => each === listing.status)
  const isDown = state === "suspended"
  const path = `/admin/listings/${encodeURIComponent(listingId)}`
  const patch = (body: object) => store().request<ListingPage>({ method: "PATCH", path, body })
  return (
    <article class="grid gap-3 wrap-anywhere">
      <header class="flex items-start gap-3">
        <Avatar face={{ id: listing.agentId, ...agent }} size={40} />
        <div class="min-w-0 flex-1">
          <div class="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
            <h2 class="min-w-0 text-base font-medium">{title}</h2>
            {state && <Mark tone={TONES[state]}>{say(`ops.listing.${state}`)}</Mark>}
          </div>
          <p class="text-sm text-soft">
            {agent.name} · <Dof amount={pricing.baseRate} perHour />
          </p>
          <p class="text-sm text-soft">
            {say("ops.ownedBy")}{" "}
            {ownerId === PLATFORM ? (
              say("ops.platform")
            ) : (
              <Link
                href={`/console/users/${encodeURIComponent(ownerId)}`}
                class="inline-block py-1 text-accent underline"
              >
                {ownerId}
              </Link>
            )}{" "}
            · {say("ops.changed", { at: moment(updatedAt) })}
          </p>
        </div>
      </header>
      {moderation && (
        <p class="rounded-md border border-loss p-3 whitespace-pre-line">
          {say("ops.downSince", { at: moment(moderation.at), reason: moderation.reason })}
        </p>
      )}
      <footer class="flex flex-wrap gap-x-3 gap-y-1">
        <Button kind={isDown ? "plain" : "danger"} onClick={() => setAsked(true)}>
          {say(isDown ? "ops.letUp" : "ops.takeDown")}
          <span class="sr-only">: {title}</span>
        </Button>
        {state === "active" && (
          <>
            <LinkButton to={`/console/featured?edit=${encodeURIComponent(listingId)}`} kind="quiet">
              {say("ops.feature")}
            </LinkButton>
            <LinkButton to={`/agents/${encodeURIComponent(listingId)}`} kind="quiet">
              {say("ops.asPlayers")}
            </LinkButton>
          </>
        )}
      </footer>
      {asked && (
        <ActDialog
          title={say(isDown ? "ops.letUpAsk" : "ops.takeDownAsk", { title })}
          what={say(isDown ? "ops.letUpEnds" : "ops.takeDownEnds")}
          act={say(isDown ? "ops.letUpDo" : "ops.takeDownDo", { name: agent.name })}
          kind={isDown ? "primary" : "danger"}
          reason={say("ops.reasonOwner")}
          run={(reason) => patch({ status: isDown ? "active" : "suspended", reason })}
          close={() => setAsked(false)}
          done={() => {
            setAsked(false)
            tell(say(isDown ? "ops.isUp" : "ops.isDown", { title }))
          }}
        />
      )}
    </article>
  )
}
