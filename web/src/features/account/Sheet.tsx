import { ApiError } from "@jiga/store"
import type { ComponentChildren } from "preact"
import { useSay } from "../../app/text"
import { useTitle } from "../../app/title"
import { fieldsOf } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { BackLink } from "../../ui/BackLink"
import { Button } from "../../ui/Button"

const CHANGED_MEANWHILE = 412

/** The store's condition for a change: that what is there is what was read. */
export function ifStill(version: number): { headers: Record<string, string> } {
  return { headers: { "if-match": `"v${version}"` } }
}

interface SheetProps {
  title: string
  lead?: string
  children: ComponentChildren
}

/** A page about one side of the account, with the way back. */
export function Sheet({ title, lead, children }: SheetProps) {
  const say = useSay()
  useTitle(title)
  return (
    <div class="mx-auto grid w-full max-w-xl gap-6">
      <BackLink to="/account">{say("nav.account")}</BackLink>
      <header class="grid gap-2">
        <h1 class="text-xl">{title}</h1>
        {lead && <p class="text-soft">{lead}</p>}
      </header>
      {children}
    </div>
  )
}

interface SavingProps {
  saving: { error: Error | null; isPending: boolean; isSuccess: boolean }
  /** Reads what is there now, where somebody else was faster. */
  reread: () => void
}

/** The button of a form, and what became of the last press. */
export function Saving({ saving, reread }: SavingProps) {
  const say = useSay()
  const said = useProblem()
  const { error, isPending, isSuccess } = saving
  const late = error instanceof ApiError && error.status === CHANGED_MEANWHILE
  return (
    <>
      {error && Object.keys(fieldsOf(error)).length === 0 && (
        <div role="alert" class="flex flex-wrap items-center justify-between gap-3 rounded-md border border-loss p-3">
          <p>{said(error)}</p>
          {late && <Button onClick={reread}>{say("account.reread")}</Button>}
        </div>
      )}
      <div class="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" disabled={isPending}>
          {say(isPending ? "account.saving" : "account.save")}
        </Button>
        <p role="status" class="text-good">
          {isSuccess && say("account.saved")}
        </p>
      </div>
    </>
  )
}
