import { ApiError } from "@jiga/store"
import { useQueryClient } from "@tanstack/react-query"
import { useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { sessionOf } from "./conflict"

interface TrialProps {
  agentId: string
  name: string
}

/** Five minutes for nothing, once: for whoever is not sure yet. */
export function Trial({ agentId, name }: TrialProps) {
  const say = useSay()
  const said = useProblem()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const trying = useMutation({
    mutationFn: () => store().sessions.start({ agentId, type: "trial" }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["sessions"] })
      go(`/sessions/${id}/live`, { replace: true })
    },
  })
  const running = sessionOf(trying.error)
  const isUsed = trying.error instanceof ApiError && trying.error.code === "TRIAL_ALREADY_USED"
  return (
    <section aria-labelledby="trial" class="grid justify-items-start gap-2">
      <h2 id="trial" class="text-lg">
        {say("hire.trial")}
      </h2>
      <p class="max-w-prose text-soft">{say("hire.trialHint", { name })}</p>
      {trying.error && (
        <p role="alert" class="rounded-md border border-loss p-3 text-sm">
          {running ? say("hire.runs", { name }) : said(trying.error)}
        </p>
      )}
      {running ? (
        <LinkButton to={`/sessions/${running}/live`}>{say("hire.goOn")}</LinkButton>
      ) : isUsed ? null : (
        <Button disabled={trying.isPending || trying.isSuccess} onClick={() => trying.mutate()}>
          {say("hire.tryFree")}
        </Button>
      )}
    </section>
  )
}
