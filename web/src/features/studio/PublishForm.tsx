import type { ListingPage, OwnAgent } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useKnows, useSay } from "../../app/text"
import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Field, Input, TextArea } from "../../ui/Field"
import { listingChanged } from "./agents"
import { Choice, Choices } from "./Choice"
import { characters } from "./draft"
import { HoursEditor } from "./HoursEditor"
import { useKept } from "./kept"
import { fieldName, type ListingDraft, listingDraftOf, listingFaults, listingOf, MOST } from "./listing"
import { PriceField } from "./PriceField"
import type { Rules } from "./Ruled"
import { rateRange } from "./ranks"
import type { Standing } from "./standing"
import { Unsaved } from "./Unsaved"
import { WordList } from "./WordList"
import { toFirstWrong } from "./wrong"

interface PublishFormProps {
  rules: Rules
  agent: OwnAgent
  listing: ListingPage | null
  standing: Standing
}

/** What players read and pay. The same form publishes, publishes again, and changes what is there. */
export function PublishForm({ rules: { options, fees }, agent, listing, standing }: PublishFormProps) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const onMarket = standing === "active" || standing === "paused"
  const saved = listingDraftOf(agent, listing)
  const { value: draft, change: keep, forget, discard } = useKept(`jiga.studio.listing.${agent.id}`, saved)
  // Its rank may have changed since, and with it what it may cost.
  const range = rateRange(agent, options)
  const baseRate = Math.min(range.most, Math.max(range.least, draft.baseRate))
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: async () => {
      const content = listingOf({ ...draft, baseRate })
      if (onMarket) await store().marketplace.edit(agent.id, content)
      else await store().agents.publish(agent.id, { listing: content })
      await listingChanged(agent.id)
      return onMarket ? ("studio.saved" as const) : ("studio.publishedNow" as const)
    },
    onSuccess: forget,
  })
  const faults = listingFaults(draft)
  const refusals = Object.fromEntries(
    Object.entries(fieldsOf(saving.error)).map(([field, message]) => [fieldName(field), message]),
  )
  const wrong = (field: keyof ListingDraft) => {
    const fault = faults[field]
    return refusals[field] ?? (tried && fault ? say(`studio.listingFault.${fault}`) : undefined)
  }
  const told = saving.error && Object.keys(refusals).length === 0 ? said(saving.error) : undefined
  const change = (changes: Partial<ListingDraft>) => {
    if (!saving.isIdle) saving.reset()
    keep(changes)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (Object.keys(faults).length > 0) toFirstWrong(form)
    else saving.mutate(undefined, { onError: () => toFirstWrong(form) })
  }
  return (
    <form onSubmit={submit} class="grid gap-6" noValidate>
      <h2 class="text-lg">{say("studio.listing")}</h2>
      <Field
        label={say("studio.listingTitle")}
        hint={say("studio.leftOf", { count: MOST.title - characters(draft.title) })}
        error={wrong("title")}
      >
        {(of) => (
          <Input
            {...of}
            name="title"
            value={draft.title}
            onInput={({ currentTarget }) => change({ title: currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={say("studio.listingDescription")}
        hint={say("studio.leftOf", { count: MOST.description - characters(draft.description) })}
        error={wrong("description")}
      >
        {(of) => (
          <TextArea
            {...of}
            name="description"
            value={draft.description}
            onInput={({ currentTarget }) => change({ description: currentTarget.value })}
          />
        )}
      </Field>
      <Categories chosen={draft.category} error={wrong("category")} choose={(category) => change({ category })} />
      <WordList
        label={say("studio.games")}
        hint={say("studio.gamesHint")}
        words={draft.games}
        most={MOST.games}
        longest={MOST.game}
        error={wrong("games")}
        change={(games) => change({ games })}
      />
      <WordList
        label={say("studio.tags")}
        hint={say("studio.tagsHint")}
        words={draft.tags}
        most={MOST.tags}
        longest={MOST.tag}
        error={wrong("tags")}
        change={(tags) => change({ tags })}
      />
      <PriceField
        fees={fees}
        rate={baseRate}
        range={range}
        rank={agent.rank}
        variant={agent.baseAgentId != null}
        error={wrong("baseRate")}
        choose={(chosen) => change({ baseRate: chosen })}
      />
      <HoursEditor draft={draft} error={wrong("hours")} change={change} />
      {told && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {told}
        </p>
      )}
      <div class="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" disabled={saving.isPending}>
          {saving.isPending
            ? say("studio.working")
            : onMarket
              ? say("studio.save")
              : say("studio.publish", { amount: dof(baseRate) })}
        </Button>
        <p role="status" class="text-good">
          {saving.data && say(saving.data)}
        </p>
        {saving.data === "studio.publishedNow" && (
          <LinkButton to={`/agents/${agent.id}`}>{say("studio.asPlayers")}</LinkButton>
        )}
        {listing && saving.isIdle && <Unsaved draft={draft} saved={saved} discard={discard} />}
      </div>
    </form>
  )
}

interface CategoriesProps {
  chosen: string[]
  error: string | undefined
  choose: (category: string[]) => void
}

function Categories({ chosen, error, choose }: CategoriesProps) {
  const say = useSay()
  const knows = useKnows()
  const { data } = useQuery({
    queryKey: ["categories"],
    queryFn: ({ signal }) => store().marketplace.categories({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const full = chosen.length >= MOST.category
  const said = (id: string, own: string) => (knows(id) ? say(id) : own)
  return (
    <Choices legend={say("studio.categories")} hint={say("studio.categoriesHint")} error={error} dense>
      {data?.items.map(({ id, name, description }) => (
        <Choice
          key={id}
          name="category"
          label={said(`studio.category.${id}`, name)}
          hint={said(`studio.category.${id}.about`, description)}
          checked={chosen.includes(id)}
          disabled={full && !chosen.includes(id)}
          choose={(on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </Choices>
  )
}
