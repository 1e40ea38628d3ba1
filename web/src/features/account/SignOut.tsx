import { useState } from "preact/hooks"
import { useLocation } from "wouter-preact"
import { useMutation } from "../../app/mutation"
import { endEverySignIn, signOut } from "../../app/session"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"

/** Ends the sign-in of this device, or all there are. */
export function SignOut() {
  const say = useSay()
  const said = useProblem()
  const [, go] = useLocation()
  const [asking, setAsking] = useState(false)
  // To a page for everybody first, so that nobody who leaves is asked to sign in.
  const leave = () => {
    go("/")
    return signOut()
  }
  const here = useMutation({ mutationFn: leave })
  const everywhere = useMutation({
    mutationFn: async () => {
      await endEverySignIn()
      await leave()
    },
  })
  return (
    <section class="flex flex-wrap gap-3 border-t border-line pt-6">
      <Button onClick={() => here.mutate()} disabled={here.isPending}>
        {say("account.out")}
      </Button>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {say("account.outAll")}
      </Button>
      {asking && (
        <Dialog title={say("account.outAll")} close={() => setAsking(false)}>
          <div class="grid gap-4">
            <p>{say("account.outAllHint")}</p>
            {everywhere.error && (
              <p role="alert" class="rounded-md border border-loss p-3">
                {said(everywhere.error)}
              </p>
            )}
            <Button kind="danger" wide onClick={() => everywhere.mutate()} disabled={everywhere.isPending}>
              {say("account.outAllYes")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
