import { readFile } from "node:fs/promises"

const recorded = new URL("../../apps/demo/src/main/resources/match.jsonl", import.meta.url)

/**
 * The match that the demo plays, moment by moment: five rounds of Search & Destroy, recorded once.
 *
 * @returns {Promise<{ after: number, question?: string, event?: { kind: string } }[]>} `after` in milliseconds of the match
 */
export async function recordedMatch() {
  const lines = (await readFile(recorded, "utf8")).trim().split("\n")
  return lines.map((line) => {
    const { afterMillis: after, frame } = JSON.parse(line)
    return frame.type === "text_input" ? { after, question: frame.data.text } : { after, event: frame.data }
  })
}
