/** Below a hundredth of the smallest coin nobody counts. */
const LEAST = 1 / 100

/**
 * Says amounts of money, those below the smallest coin too, by their first figure: "$0.003". Undefined where even that says nothing.
 *
 * @param currency its code in ISO 4217
 */
export function moneyIn(locale: string, currency: string): (value: number) => string | undefined {
  const usual = new Intl.NumberFormat(locale, { style: "currency", currency })
  const small = new Intl.NumberFormat(locale, { style: "currency", currency, maximumSignificantDigits: 1 })
  const coin = 10 ** -(usual.resolvedOptions().maximumFractionDigits ?? 2)
  return (value) => {
    if (value >= coin) return usual.format(value)
    return value < coin * LEAST ? undefined : small.format(value)
  }
}
