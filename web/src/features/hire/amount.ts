import type { Prices } from "../../parts/rules"

/** What the slider moves by. */
export const STEP = 500
/** Without a wish of one's own: an hour, and some questions. */
const QUESTIONS = 20

/** The least that the store takes for an agent of this rate. */
export function least(rate: number, { leastMinutes }: Pick<Prices, "leastMinutes">): number {
  return Math.max(1, Math.ceil((rate * leastMinutes) / 60))
}

export function suggested(rate: number, question: number): number {
  return Math.ceil((rate + QUESTIONS * question) / 1_000) * 1_000
}

/** The slider ends where a session does; who wants more can type it. */
export function sliderEnds(rate: number, prices: Pick<Prices, "leastMinutes" | "longestMinutes">) {
  return {
    from: Math.ceil(least(rate, prices) / STEP) * STEP,
    to: Math.max(2 * STEP, Math.ceil((rate * prices.longestMinutes) / 60 / STEP) * STEP),
  }
}

/** A whole number as people type it, with or without something between thousands; undefined if it is none. */
export function wholeNumber(text: string): number | undefined {
  const latin = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  if (!/^\d+$|^\d{1,3}([\s.,'’٬]\d{3})+$/.test(latin)) return undefined
  const value = Number(latin.replace(/\D/g, ""))
  return Number.isSafeInteger(value) ? value : undefined
}
