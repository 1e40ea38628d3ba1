/** A whole number in figures, in a form's pattern. Points and commas are not taken: who means "1.5" must not give 15. */
export const WHOLE = "[0-9\\s]*[1-9][0-9\\s]*"
/** The store gives no more at once. */
const MOST = 1_000_000_000_000

/** @returns 0 for what is no amount */
export function amountOf(typed: string): number {
  const amount = new RegExp(`^${WHOLE}$`).test(typed) ? Number(typed.replace(/\s/g, "")) : 0
  return amount <= MOST ? amount : 0
}

/** What the store takes on top, rounded up as it does. */
export function feeOf(amount: number, percent: number): number {
  return Math.ceil((amount * percent) / 100)
}
