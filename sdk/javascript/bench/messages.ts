// Messages a second of a live session, beside a bare WebSocket that numbers, writes and reads the same frames in the same run.
import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { WebSocket } from "ws"
import { JigaStore } from "../src/index.js"

const MESSAGES = 20_000
const ROUNDS = 7
/** As many are on the line at the same time, for both. */
const WINDOW = 48
const GOAL = 0.7
const EVENT = { kind: "kill", weapon: "M4", victim: "Rook", zone: "B long", headshot: true }

const store = fork(fileURLToPath(new URL("acknowledging-store.ts", import.meta.url)))
const [url] = (await once(store, "message")) as [string]

async function bare(): Promise<number> {
  const line = new WebSocket(`${url.replace("http", "ws")}/ws/session/s1`)
  await once(line, "message")
  const began = performance.now()
  let [sent, answered] = [0, 0]
  const send = () => line.send(JSON.stringify({ type: "game_event", seq: ++sent, data: EVENT }))
  await new Promise<void>((resolve) => {
    line.on("message", (raw) => {
      const { seq } = JSON.parse((raw as Buffer).toString()) as { seq: number }
      if (seq === ++answered && sent < MESSAGES) send()
      else if (answered === MESSAGES) resolve()
    })
    for (let i = 0; i < WINDOW; i++) send()
  })
  const seconds = (performance.now() - began) / 1000
  line.close()
  return MESSAGES / seconds
}

async function session(): Promise<number> {
  const jiga = new JigaStore({ baseUrl: url, accessToken: "t" })
  const live = await jiga.sessions.connect("s1")
  const { kind, ...about } = EVENT
  const began = performance.now()
  let [said, answered] = [0, 0]
  await new Promise<void>((resolve) => {
    const next = () => {
      said++
      live.gameEvent(kind, about).then(() => {
        answered++
        if (said < MESSAGES) next()
        else if (answered === MESSAGES) resolve()
      })
    }
    for (let i = 0; i < WINDOW; i++) next()
  })
  const seconds = (performance.now() - began) / 1000
  await live.end()
  return MESSAGES / seconds
}

await bare()
await session()
const rounds: { bare: number; session: number }[] = []
for (let round = 0; round < ROUNDS; round++) rounds.push({ bare: await bare(), session: await session() })
store.disconnect()
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const ratio = median(rounds.map(({ bare, session }) => session / bare))
console.log(
  `bare WebSocket  ${Math.round(median(rounds.map(({ bare }) => bare))).toLocaleString("en")} messages a second`,
)
console.log(
  `live session    ${Math.round(median(rounds.map(({ session }) => session))).toLocaleString("en")} messages a second`,
)
console.log(`ratio           ${ratio.toFixed(2)} (goal: at least ${GOAL})`)
process.exitCode = ratio >= GOAL ? 0 : 1
