import type { ApiKey } from "@jiga/store"
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { useSay } from "../../app/text"
import { Worth } from "../../parts/Worth"
import { Field, Input, TextArea } from "../../ui/Field"
import { amountOf, BUDGETS, type Budget, localTime, SCOPES } from "./draft"

interface KeyFieldsProps {
  kind: ApiKey["kind"]
  mode: ApiKey["mode"]
  /** What there is; nothing for a key that is being made. */
  of?: ApiKey
  /** What is wrong, by the field that the store names. */
  wrong: Record<string, string>
}

/** What a key may do. Its kind and mode stay as they were made. */
export function KeyFields({ kind, mode, of, wrong }: KeyFieldsProps) {
  const say = useSay()
  return (
    <>
      <Field label={say("dev.name")} hint={say("dev.nameHint")} error={told(wrong, "name")}>
        {(field) => <Input {...field} name="name" required autocomplete="off" defaultValue={of?.name ?? ""} />}
      </Field>
      {kind === "secret" ? (
        <>
          <Scopes chosen={of?.scopes ?? ["read:marketplace", "hire", "sessions"]} error={told(wrong, "scopes")} />
          <Group legend={say("dev.budgets")} hint={say("dev.budgetsHint")} error={wrong.budgets}>
            {mode === "test" && <p class="text-sm text-soft">{say("dev.budgetsTest")}</p>}
            <div class="grid gap-4 sm:grid-cols-2">
              {BUDGETS.map((budget) => (
                <BudgetField
                  key={budget}
                  budget={budget}
                  isMoney={mode === "live"}
                  amount={of?.budgets?.[budget] ?? undefined}
                  error={told(wrong, `budgets.${budget}`)}
                />
              ))}
            </div>
          </Group>
        </>
      ) : (
        <Field label={say("dev.origins")} hint={say("dev.originsHint")} error={told(wrong, "allowedOrigins")}>
          {(field) => (
            <TextArea
              {...field}
              name="allowedOrigins"
              spellcheck={false}
              defaultValue={of?.allowedOrigins.join("\n") ?? ""}
            />
          )}
        </Field>
      )}
      <Field label={say("dev.addresses")} hint={say("dev.addressesHint")} error={told(wrong, "allowedAddresses")}>
        {(field) => (
          <TextArea
            {...field}
            name="allowedAddresses"
            spellcheck={false}
            defaultValue={of?.allowedAddresses.join("\n") ?? ""}
          />
        )}
      </Field>
      <Field label={say("dev.expires")} hint={say("dev.expiresHint")} error={told(wrong, "expiresAt")}>
        {(field) => <Input {...field} name="expiresAt" type="datetime-local" defaultValue={localTime(of?.expiresAt)} />}
      </Field>
    </>
  )
}

/** The store names `scopes[0]` where one of several is wrong; it is said at all of them. */
function told(wrong: Record<string, string>, name: string): string | undefined {
  return wrong[name] ?? Object.entries(wrong).find(([field]) => field.startsWith(`${name}[`))?.[1]
}

function Scopes({ chosen, error }: { chosen: readonly string[]; error: string | undefined }) {
  const say = useSay()
  return (
    <Group legend={say("dev.scopes")} error={error}>
      <ul class="grid gap-x-4 sm:grid-cols-2">
        {SCOPES.map((scope) => (
          <li key={scope}>
            <label class="press flex h-full cursor-pointer items-start gap-3 rounded-md p-2 hover:bg-higher">
              <input
                type="checkbox"
                name="scopes"
                value={scope}
                defaultChecked={chosen.includes(scope)}
                class="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span class="grid min-w-0">
                <code class="text-sm">{scope}</code>
                <span class="text-sm text-soft">{say(`dev.scope.${scope}`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Group>
  )
}

interface BudgetFieldProps {
  budget: Budget
  isMoney: boolean
  amount: number | undefined
  error: string | undefined
}

function BudgetField({ budget, isMoney, amount, error }: BudgetFieldProps) {
  const say = useSay()
  const [text, setText] = useState(amount === undefined ? "" : String(amount))
  const typed = amountOf(text)
  const odd = Number.isNaN(typed) ? say("dev.budgetOdd") : undefined
  return (
    <div>
      <Field label={say(`dev.budget.${budget}`)} error={odd ?? error}>
        {(field) => (
          <Input
            {...field}
            name={budget}
            inputMode="numeric"
            autocomplete="off"
            placeholder={say("dev.noBudget")}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {isMoney && typed !== undefined && !odd && (
        <p class="text-sm">
          <Worth dof={typed} />
        </p>
      )}
    </div>
  )
}

interface GroupProps {
  legend: string
  hint?: string
  error: string | undefined
  children: ComponentChildren
}

export function Group({ legend, hint, error, children }: GroupProps) {
  return (
    <fieldset class="grid gap-2">
      <legend class="mb-1 text-sm font-medium">{legend}</legend>
      {hint && <p class="text-sm text-soft">{hint}</p>}
      {children}
      {error && (
        <p role="alert" data-wrong tabIndex={-1} class="text-sm text-loss">
          {error}
        </p>
      )}
    </fieldset>
  )
}
