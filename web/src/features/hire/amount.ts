/** What the slider moves by. */
export const STEP = 500
/** The store holds five minutes of an hour's rate at least. */
const LEAST_PART = 12
/** The slider ends where a session does; who wants more can type it. */
const LONGEST_HOURS = 4
/** Without a wish of one's own: an hour, and some questions. */
const QUESTIONS = 20

/** The least that the store takes for an agent of this rate. */
export function least(rate: number): number {
  return Math.max(1, Math.ceil(rate / LEAST_PART))
}

export function suggested(rate: number, question: number): number {
  return Math.ceil((rate + QUESTIONS * question) / 1_000) * 1_000
}

export function sliderEnds(rate: number): { from: number; to: number } {
  return {
    from: Math.ceil(least(rate) / STEP) * STEP,
    to: Math.max(2 * STEP, Math.ceil((LONGEST_HOURS * rate) / STEP) * STEP),
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
