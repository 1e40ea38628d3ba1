import { ApiError } from "@jiga/store"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useId } from "preact/hooks"
import { useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { Button, LinkButton } from "../../ui/Button"
import { sessionOf } from "./conflict"
import { type Past, wasTried } from "./tried"

/** As many sessions as the store tells of at once. Of a trial before them it tells when it is asked for another. */
const LOOKED_AT = 100

/** Whether the player has tried this agent for nothing, which each can be once. Undefined until that is known. */
export function useTried(agentId: string | undefined): boolean | undefined {
  const { data, isPending } = useQuery({
    queryKey: ["sessions", "trials"],
    queryFn: ({ signal }) =>
      store().request<{ items: Past[] }>(
        {
          method: "GET",
          path: "/sessions",
          query: { limit: LOOKED_AT, fields: "items.agentId,items.type,items.startedAt" },
        },
        { signal },
      ),
  })
  return isPending ? undefined : wasTried(agentId, data?.items ?? [])
}

interface TrialProps {
  agentId: string
  name: string
  /** How long it takes at most. */
  minutes: number
}

/** Some minutes for nothing, once: for whoever is not sure yet. */
export function Trial({ agentId, name, minutes }: TrialProps) {
  const say = useSay()
  const said = useProblem()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const id = useId()
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
    <section aria-labelledby={`${id}-title`} class="grid justify-items-start gap-2">
      <h2 id={`${id}-title`} class="text-lg">
        {say("hire.trialTitle")}
      </h2>
      {trying.error && (
        <p role="alert" class="rounded-md border border-loss p-3 text-sm">
          {running ? say("hire.runs", { name }) : said(trying.error)}
        </p>
      )}
      {running ? (
        <LinkButton to={`/sessions/${running}/live`}>{say("hire.goOn")}</LinkButton>
      ) : isUsed ? null : (
        <>
          <p id={id} class="max-w-prose text-soft">
            {say("hire.trialHint", { name })}
          </p>
          <Button
            busy={trying.isPending}
            disabled={trying.isSuccess}
            aria-describedby={id}
            onClick={() => trying.mutate()}
          >
            {say("hire.tryFree", { minutes })}
          </Button>
        </>
      )}
    </section>
  )
}
