import { useSay, useWord } from "../../app/text"
import type { Fees } from "../../parts/rules"
import { Worth } from "../../parts/Worth"
import { Dof, useDof } from "../../ui/Amount"
import { Field } from "../../ui/Field"
import { ownersShare } from "./ranks"
import { useShares } from "./shares"

interface PriceFieldProps {
  fees: Fees
  rate: number
  range: { least: number; most: number }
  rank: string
  variant: boolean
  error: string | undefined
  choose: (rate: number) => void
}

const STEP = 50

/** What an hour costs, in the range there is, what that is in money, and whose it is. */
export function PriceField({ fees, rate, range, rank, variant, error, choose }: PriceFieldProps) {
  const say = useSay()
  const word = useWord()
  const dof = useDof()
  const shares = useShares(fees, variant)
  const fixed = range.least === range.most
  const said = { rank: word("agent.rank", rank), least: dof(range.least), most: dof(range.most) }
  return (
    <div class="grid gap-4">
      {fixed ? (
        <div>
          <p class="text-sm font-medium">{say("studio.price")}</p>
          <p class="text-sm text-soft">{say(variant ? "studio.priceFixedVariant" : "studio.priceFixed", said)}</p>
          {error && (
            <p role="alert" class="text-sm text-loss">
              {error}
            </p>
          )}
        </div>
      ) : (
        <Field label={say("studio.price")} hint={say("studio.priceRange", said)} error={error}>
          {(of) => (
            <input
              {...of}
              type="range"
              name="baseRate"
              min={range.least}
              max={range.most}
              step={STEP}
              value={rate}
              aria-valuetext={say("amount.perHour", { amount: dof(rate) })}
              onInput={({ currentTarget }) => choose(Number(currentTarget.value))}
              class="press w-full accent-accent"
            />
          )}
        </Field>
      )}
      <dl class="grid gap-3 rounded-md border border-line p-3 sm:grid-cols-2">
        <div>
          <dt class="text-sm text-soft">{say("studio.playersPay")}</dt>
          <dd>
            <span class="font-display text-lg font-semibold">
              <Dof amount={rate} perHour />
            </span>
            <span class="block text-sm">
              <Worth dof={rate} perHour />
            </span>
          </dd>
        </div>
        <div>
          <dt class="text-sm text-soft">{say("studio.youGet")}</dt>
          <dd>
            <span class="font-display text-lg font-semibold">
              <Dof amount={ownersShare(rate, variant, fees)} perHour />
            </span>
            <span class="block text-sm">{say("studio.paidInDof")}</span>
            <span class="block text-sm text-soft">
              {say(variant ? "studio.shareVariant" : "studio.shareOwn", shares)}
            </span>
          </dd>
        </div>
      </dl>
      <p class="text-sm text-soft">{say("studio.priceAlso")}</p>
    </div>
  )
}
