import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import type { Verification } from "./types"

/** The store may have many postings to replay. */
const PATIENCE = 10 * 60_000

/** Whether the balances are what the postings come to. It is asked for, since it takes its time. */
export function VerifySection() {
  const say = useSay()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () =>
      store().request<Verification>(
        { method: "GET", path: "/admin/ledger/verify" },
        { timeout: PATIENCE, maxRetries: 0 },
      ),
  })
  return (
    <section aria-labelledby="verify" class="grid gap-3">
      <h2 id="verify" class="text-lg">
        {say("ops.verify")}
      </h2>
      <p class="text-soft">{say("ops.verifyHint")}</p>
      <div>
        <Button onClick={() => mutate()} busy={isPending}>
          {say(isPending ? "ops.verifying" : "ops.verify")}
        </Button>
      </div>
      {error && <Problem error={error} again={mutate} />}
      <div role="status">
        {data && data.problems.length === 0 && (
          <p class="text-good">{say("ops.verified", { transactions: data.transactions, postings: data.postings })}</p>
        )}
        {data && data.problems.length > 0 && (
          <>
            <p class="text-loss">{say("ops.problems", { count: data.problems.length, postings: data.postings })}</p>
            <ul class="list-disc ps-5">
              {data.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
