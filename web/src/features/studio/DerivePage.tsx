import type { VariantInfo } from "@jiga/store"
import { InsufficientDofsError } from "@jiga/store"
import { useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { Link, useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { queries } from "../../app/queries"
import { store } from "../../app/session"
import { useLocale, useSay, useWord } from "../../app/text"
import { useTitle } from "../../app/title"
import { fieldsOf } from "../../parts/fields"
import { Problem, useProblem } from "../../parts/Problem"
import { Worth } from "../../parts/Worth"
import { Dof, useDof, useNumber } from "../../ui/Amount"
import { Button, LinkButton } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { RankBadge } from "../../ui/RankBadge"
import { VoiceField } from "./AgentFields"
import { agentChanged } from "./agents"
import { BackToAll } from "./BackToAll"
import { nameFault } from "./draft"
import { Facts } from "./Facts"
import { useKept } from "./kept"
import { Ruled, type Rules, useRules } from "./Ruled"
import { useShares } from "./shares"
import { addressOf } from "./tabs"
import { toFirstWrong, useWrong } from "./wrong"

/** Derives a variant: what it costs and what it earns, before anything is spent. */
export function Page({ id = "" }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ["studio", "variant-info", id],
    queryFn: ({ signal }) => store().agents.variantInfo(id, { signal }),
  })
  const { data: parent } = useQuery({
    queryKey: ["studio", "parent", id],
    queryFn: ({ signal }) => store().agents.get(id, {}, { signal }),
    enabled: data !== undefined,
  })
  useRules()
  const title = data ? say("studio.deriveOf", { name: data.name }) : say("studio.derive")
  useTitle(title)

  if (error) {
    return (
      <>
        <BackToAll />
        <h1 class="sr-only">{title}</h1>
        <Problem error={error} again={refetch} />
      </>
    )
  }
  return (
    <div class="mx-auto grid w-full max-w-4xl gap-6">
      <header class="grid gap-2">
        <Link href="/studio/derive" class="press inline-flex items-center justify-self-start text-accent underline">
          {say("studio.otherParents")}
        </Link>
        <h1 class="text-xl wrap-anywhere">{title}</h1>
      </header>
      {data ? (
        <div class="grid gap-6 md:grid-cols-[1fr_320px]">
          <div class="grid content-start gap-8">
            <Form key={id} info={data} />
            {parent && <Facts agent={parent} title={say("studio.inherits", { name: data.name })} />}
          </div>
          <Ruled size="h-127 max-md:order-first md:h-110">{(rules) => <Bargain rules={rules} info={data} />}</Ruled>
        </div>
      ) : (
        <Skeleton class="h-96" />
      )}
    </div>
  )
}

function Form({ info }: { info: VariantInfo }) {
  const say = useSay()
  const said = useProblem()
  const dof = useDof()
  const [, go] = useLocation()
  const {
    value: given,
    change: keep,
    forget,
  } = useKept(`jiga.studio.derive.${info.baseAgentId}`, {
    name: "",
    voiceId: info.voices[0] ?? "",
  })
  const [tried, setTried] = useState(false)
  const { data: wallet } = useQuery({
    queryKey: ["studio", "wallet"],
    queryFn: ({ signal }) => store().wallet.get({ signal }),
  })
  const deriving = useMutation({
    mutationFn: () =>
      store().agents.createVariant({
        baseAgentId: info.baseAgentId,
        customization: { name: given.name.trim(), voiceId: given.voiceId },
      }),
    onSuccess: async ({ variant }) => {
      forget()
      await Promise.all([agentChanged(variant), queries.invalidateQueries({ queryKey: ["wallet"] })])
      go(addressOf(variant.id, "market"), { replace: true })
    },
    // It was spent elsewhere meanwhile.
    onError: () => queries.invalidateQueries({ queryKey: ["studio", "wallet"] }),
  })
  const name = nameFault(given.name)
  const refusals = fieldsOf(deriving.error)
  const wrong = useWrong({ name }, refusals, tried)
  const left = wallet && wallet.available + wallet.earnings - info.cost
  const shortfall =
    deriving.error instanceof InsufficientDofsError
      ? deriving.error.shortfall
      : left === undefined
        ? 0
        : Math.max(0, -left)
  const short = shortfall === undefined || shortfall > 0
  const told = deriving.error && !short && Object.keys(refusals).length === 0 ? said(deriving.error) : undefined
  const change = (changes: Partial<typeof given>) => {
    if (deriving.isError) deriving.reset()
    keep(changes)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (name) toFirstWrong(form)
    else deriving.mutate(undefined, { onError: () => toFirstWrong(form) })
  }
  return (
    <form onSubmit={submit} class="grid content-start gap-6" noValidate>
      <Field label={say("studio.name")} hint={say("studio.nameHint")} error={wrong.name ?? wrong["customization.name"]}>
        {(of) => (
          <Input
            {...of}
            name="name"
            value={given.name}
            autocomplete="off"
            onInput={({ currentTarget }) => change({ name: currentTarget.value })}
          />
        )}
      </Field>
      <VoiceField
        voices={info.voices}
        voiceId={given.voiceId}
        error={wrong.voiceId ?? wrong["customization.voiceId"]}
        choose={(voiceId) => change({ voiceId })}
      />
      <p class="text-sm text-soft">{say("studio.pictureLater")}</p>
      {told && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {told}
        </p>
      )}
      <div class="grid gap-3">
        {short && (
          <p role={deriving.isError ? "alert" : undefined} class="rounded-md border border-warn p-3">
            {say("studio.short", { amount: dof(shortfall ?? info.cost) })}
          </p>
        )}
        {short ? (
          <LinkButton to="/wallet" kind="primary" wide>
            {say("studio.toWallet")}
          </LinkButton>
        ) : (
          <Button type="submit" kind="primary" wide disabled={deriving.isPending}>
            {deriving.isPending ? say("studio.working") : say("studio.pay", { amount: dof(info.cost) })}
          </Button>
        )}
        {left !== undefined && left >= 0 && (
          <p class="text-sm text-soft">{say("studio.payOnce", { left: dof(left) })}</p>
        )}
      </div>
    </form>
  )
}

/** What one buys: what it costs, what it can earn, and what of it one may change. */
function Bargain({ rules: { prices, fees }, info }: { rules: Rules; info: VariantInfo }) {
  const say = useSay()
  const number = useNumber()
  const shares = useShares(fees, true)
  return (
    <aside class="grid content-start gap-4 self-start rounded-lg border border-line bg-raised p-4 max-md:order-first">
      <dl class="grid gap-3">
        <div>
          <dt class="text-sm text-soft">{say("studio.costsOnce")}</dt>
          <dd>
            <span class="block font-display text-lg font-semibold">
              <Dof amount={info.cost} />
            </span>
            <span class="text-sm">
              <Worth dof={info.cost} />
            </span>
          </dd>
        </div>
        <div>
          <dt class="text-sm text-soft">{say("studio.rank")}</dt>
          <dd>
            <RankBadge rank={info.rank} />
          </dd>
        </div>
        <div>
          <dt class="text-sm text-soft">{say("studio.variantRuns")}</dt>
          <dd>
            <Dof amount={info.baseRate} perHour />
            <span class="block text-sm text-soft">
              {say("studio.ofParent", { percent: number(prices.variantPercent / 100, { style: "percent" }) })}{" "}
              <Dof amount={info.parentRate} perHour />
            </span>
          </dd>
        </div>
      </dl>
      <Named label={say("studio.yours")} fields={info.customizable} />
      <Named label={say("studio.inherited")} fields={info.inherited} />
      <p class="text-sm text-soft">{say("studio.variantEarns", shares)}</p>
    </aside>
  )
}

function Named({ label, fields }: { label: string; fields: string[] }) {
  const word = useWord()
  const locale = useLocale()
  return (
    <div>
      <h2 class="text-sm text-soft">{label}</h2>
      <p>{new Intl.ListFormat(locale).format(fields.map((field) => word("studio.field", field)))}</p>
    </div>
  )
}
