import { type ReceiptClaims, ReceiptError, verifyReceipt } from "@jiga/store"
import { type UseQueryResult, useQuery } from "@tanstack/react-query"
import { store } from "../../app/session"
import { useLocale, useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Icon } from "../../ui/Icon"
import { Skeleton } from "../../ui/Loading"

interface Signed {
  claims: ReceiptClaims
  /** As it was signed: whoever keeps it can prove it. */
  compact: string
  keyId: string
}

/** The session's receipt, after this browser has checked its signature by the store's public keys. */
export function useSigned(sessionId: string): UseQueryResult<Signed> {
  return useQuery({
    queryKey: ["session", sessionId, "receipt"],
    queryFn: async ({ signal }) => {
      const [receipt, jwks] = await Promise.all([
        store().sessions.receipt(sessionId, { signal }),
        store().jwks({ signal }),
      ])
      const claims = await verifyReceipt(receipt, { jwks, sessionId })
      return { claims, compact: receipt.receipt, keyId: receipt.keyId }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Whether the receipt can be trusted, said plainly. */
export function Signature({ signed, consumed }: { signed: UseQueryResult<Signed>; consumed: number }) {
  const say = useSay()
  const locale = useLocale()
  const { data, error, refetch } = signed
  return (
    <section aria-labelledby="signature" class="grid gap-3">
      <h2 id="signature" class="text-lg">
        {say("receipt.signature")}
      </h2>
      {!data && !error && <Skeleton class="h-20" />}
      {error && !isFalse(error) && <Problem error={error} again={refetch} />}
      {(isFalse(error) || (data && data.claims.consumed !== consumed)) && (
        <p role="alert" class="flex gap-3 rounded-md border border-loss p-3">
          <span class="text-loss">
            <Icon name="alert" />
          </span>
          <span>
            {error instanceof ReceiptError && locale === "en" ? `${error.message} ` : ""}
            {say("receipt.false")}
          </span>
        </p>
      )}
      {data && data.claims.consumed === consumed && (
        <div class="grid gap-3 rounded-md border border-line bg-raised p-3">
          <p class="flex gap-3">
            <span class="text-good">
              <Icon name="check" />
            </span>
            <span>{say("receipt.true")}</span>
          </p>
          <p class="text-xs wrap-anywhere text-soft">
            {say("receipt.key", {
              key: data.keyId,
              issuer: data.claims.iss,
              when: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }).format(
                new Date(data.claims.iat * 1000),
              ),
            })}
          </p>
          <div class="print:hidden">
            <Button onClick={() => keep(data.compact, `receipt-${data.claims.sessionId}.jws`)}>
              {say("receipt.save")}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}

/** It was read, and is not what it claims to be: no failure of the network or the store. */
function isFalse(error: Error | null): boolean {
  return error instanceof ReceiptError
}

function keep(text: string, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "application/jose" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
