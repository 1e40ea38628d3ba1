import { useMutation } from "../../app/mutation"
import { useSay } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import { useDof } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Dialog } from "../../ui/Dialog"
import type { Line } from "./line"
import { useOf } from "./useLine"

/** Whether to end it, with what that gives back. */
export function EndDialog({ line, close }: { line: Line; close: () => void }) {
  const say = useSay()
  const dof = useDof()
  const said = useProblem()
  const cost = useOf(line, (it) => it.cost)
  const ending = useMutation({ mutationFn: () => line.end() })
  const { consumed = 0, remaining = 0, allocated = 0 } = cost ?? {}
  const isFree = allocated === 0
  return (
    <Dialog title={say("cockpit.endTitle")} close={close}>
      <div class="grid gap-4">
        <p class="figures">
          {isFree
            ? say("cockpit.endFree")
            : say("cockpit.endText", { consumed: dof(consumed), remaining: dof(remaining) })}
        </p>
        {ending.error && (
          <p role="alert" class="rounded-md border border-loss p-3 text-sm">
            {said(ending.error)}
          </p>
        )}
        <div class="grid gap-3 sm:grid-cols-[1fr_auto]">
          <Button onClick={close} disabled={ending.isPending}>
            {say("cockpit.goOn")}
          </Button>
          <Button kind="danger" disabled={ending.isPending} onClick={() => ending.mutate()}>
            <span class="figures">
              {ending.isPending
                ? say("cockpit.ending")
                : isFree
                  ? say("cockpit.stopFree")
                  : say("cockpit.stop", { amount: dof(remaining) })}
            </span>
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
