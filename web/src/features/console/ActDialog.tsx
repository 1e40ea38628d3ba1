import { useQueryClient } from "@tanstack/react-query"
import type { ComponentChildren } from "preact"
import { useMutation } from "../../app/mutation"
import { useSay } from "../../app/text"
import { fieldsOf, useFirstWrong } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import { Field, TextArea } from "../../ui/Field"

interface ActDialogProps<T> {
  title: string
  /** What comes of it, in sentences. */
  what: string
  /** What the button does, by name. */
  act: string
  kind?: "danger" | "primary"
  /** Who reads the reason; nothing where the API takes none. */
  reason?: string
  run: (reason: string, typed: FormData) => Promise<T>
  close: () => void
  done: (answer: T) => void
  /** Further fields, with what is wrong with them. */
  children?: (wrong: Record<string, string>) => ComponentChildren
}

/** Asks before an operator acts, and for the reason, which the audit keeps. */
export function ActDialog<T>({
  title,
  what,
  act,
  kind = "danger",
  reason,
  run,
  close,
  done,
  children,
}: ActDialogProps<T>) {
  const say = useSay()
  const said = useProblem()
  const queries = useQueryClient()
  const acting = useMutation({
    mutationFn: (typed: FormData) => run(String(typed.get("reason") ?? "").trim(), typed),
    onSuccess: done,
    // Whatever came of it, what is shown may be old.
    onSettled: () => queries.invalidateQueries({ queryKey: ["console"] }),
  })
  const { error, isPending } = acting
  const form = useFirstWrong(error)
  const wrong = fieldsOf(error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isPending) acting.mutate(new FormData(event.currentTarget as HTMLFormElement))
  }
  return (
    <Dialog title={title} close={close}>
      <form ref={form} onSubmit={submit} noValidate class="grid gap-4">
        <p class="wrap-anywhere">{what}</p>
        {children?.(wrong)}
        {reason && (
          <Field label={say("ops.reason")} hint={reason} error={wrong.reason}>
            {(of) => <TextArea {...of} name="reason" required maxLength={500} />}
          </Field>
        )}
        {error && Object.keys(wrong).length === 0 && (
          <p role="alert" data-wrong tabIndex={-1} class="rounded-md border border-loss p-3">
            {said(error)}
          </p>
        )}
        <div class="flex flex-wrap gap-3">
          <Button type="submit" kind={kind} busy={isPending}>
            {isPending ? say("ops.working") : act}
          </Button>
          <Button onClick={close}>{say("ops.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  )
}
