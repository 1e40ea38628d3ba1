// Hires an agent, plays it a recorded match, and prints the bill: node play.js [--fast] [AGENT]
import { verifyReceipt } from "@jiga/store"
import { recordedMatch } from "./match.js"
import { player } from "./player.js"

const options = process.argv.slice(2)
const fast = options.includes("--fast")
const agent = options.find((option) => !option.startsWith("--")) ?? "nova-coordinator-001"
/** The match takes four minutes; this is how much faster it is played. */
const SPEED = fast ? 200 : 15

const store = await player(process.env.JIGA_URL ?? "http://localhost:3000")
const listing = await store.marketplace.get(agent)
const session = await store.marketplace.hire(agent, { dofAllocation: 20_000 })
console.log(
  `${listing.agent.name} is hired: ${session.contract.dofAllocated} DOF are set aside, at ${session.contract.baseRate} an hour.\n`,
)

/** What happens while the agent is speaking begins a line of its own. */
let speaking = false
const note = (text) => {
  console.log(`${speaking ? "\n" : ""}  ${text}`)
  speaking = false
}

const live = await session.connect()
live.on("reconnecting", ({ because }) => note(`(the line is being mended: ${because})`))
live.on("warning", ({ text }) => note(`! ${text}`))
live.on("detected", ({ text }) => note(`* ${text}`))
/** What is awaited below is printed there. The agent speaks up of itself, too, and that is on the bill as chat. */
const asked = new Set()
live.on("response", ({ seq, kind, text, answer }) => {
  if (kind) note(`${kind.replace("_", " ")}: ${text}`)
  else if (answer?.text) {
    setTimeout(() => {
      if (!asked.has(seq)) note(`${listing.agent.name}, unasked: ${answer.text} (${answer.dofConsumed} DOF)`)
    })
  }
})
live.on("error", (error) => note(error.message))

for (const { after, question, event } of await recordedMatch()) {
  await new Promise((resolve) => setTimeout(resolve, after / SPEED))
  if (event) {
    const { kind, ...about } = event
    live.gameEvent(kind, about)
    const details = Object.entries(about).map(([name, value]) => `${name} ${value}`)
    note(`${kind.replace("_", " ")}${details.length > 0 ? `: ${details.join(", ")}` : ""}`)
  } else if (question) {
    process.stdout.write(`\nYou: ${question}\n${listing.agent.name}: `)
    for await (const { seq, text } of live.say(question)) {
      asked.add(seq)
      process.stdout.write(text)
      speaking ||= text !== ""
    }
    note(`(${live.cost.consumed} DOF so far, ${live.cost.remaining} left)`)
  }
}

const bill = await live.end()
console.log("The bill")
const byAction = new Map()
for await (const { action, dof } of session.usage({ limit: 100 }))
  byAction.set(action, (byAction.get(action) ?? 0) + dof)
for (const [action, dof] of byAction) console.log(`  ${action.padEnd(14)}${String(dof).padStart(8)} DOF`)
console.log(`  ${"all in all".padEnd(14)}${String(bill.consumed).padStart(8)} DOF`)
console.log(`  ${"returned".padEnd(14)}${String(bill.released).padStart(8)} DOF`)

const claims = await verifyReceipt(await session.receipt(), {
  jwks: await store.jwks(),
})
const total = [...byAction.values()].reduce((sum, dof) => sum + dof, 0)
if (claims.consumed !== bill.consumed || total !== bill.consumed) throw new Error("The bill does not add up.")
console.log(`\nThe receipt is signed by the store, and says the same: ${claims.consumed} DOF.`)
