import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem, useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { useMoment } from "../../ui/moment"
import { program } from "./program"

interface SignIn {
  id: string
  client?: string
  startedAt: string
  lastUsedAt: string
  current: boolean
}

const KEY = ["sign-ins"]

/** Where one is signed in: what one does not know is ended here. */
export function SignIns() {
  const say = useSay()
  const said = useProblem()
  const moment = useMoment()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) =>
      store().request<{ items: SignIn[] }>({ method: "GET", path: "/auth/sign-ins" }, { signal }),
  })
  const end = useMutation({
    mutationFn: (id: string) => store().request({ method: "DELETE", path: `/auth/sign-ins/${encodeURIComponent(id)}` }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <section aria-labelledby="sign-ins" class="grid gap-3">
      <h2 id="sign-ins" class="text-lg">
        {say("account.signIns")}
      </h2>
      {error && !data && <Problem error={error} again={refetch} />}
      {end.error && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(end.error)}
        </p>
      )}
      <ul class="grid gap-2">
        {data?.items.map((signIn) => (
          <li
            key={signIn.id}
            class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-raised p-4"
          >
            <div class="min-w-0 wrap-anywhere">
              <p title={signIn.client}>{program(signIn.client) ?? say("account.signIns.unknown")}</p>
              <p class="text-sm text-soft">
                {say("account.signIns.since", { start: moment(signIn.startedAt), used: moment(signIn.lastUsedAt) })}
              </p>
            </div>
            {signIn.current ? (
              <span class="text-sm text-accent">{say("account.signIns.here")}</span>
            ) : (
              <Button onClick={() => end.mutate(signIn.id)} disabled={end.isPending}>
                {say("account.signIns.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
