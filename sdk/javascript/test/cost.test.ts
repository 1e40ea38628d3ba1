import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it, mock } from "node:test"
import { CostMeter } from "../src/live/cost.js"

const RATE = 7_200 // 2 DOF a second
const HERE = { rate: RATE, paused: false }

/** A meter whose store says every two seconds how the bill stands. */
function meter(): CostMeter {
  const cost = new CostMeter()
  cost.began({ allocated: 20_000, consumed: 0, rate: RATE }, false)
  return cost
}

/** An update, and the sign that the store heard us after it. */
function update(cost: CostMeter, consumed: number): void {
  cost.updated({ consumed, ...HERE }, Date.now())
  cost.confirmed(Date.now())
}

describe("the meter", () => {
  beforeEach(() => mock.timers.enable({ apis: ["Date", "setTimeout"], now: 1_000_000 }))
  afterEach(() => mock.timers.reset())

  it("moves on smoothly to what the last update said, and stays there", () => {
    const cost = meter()
    mock.timers.tick(2_000)
    update(cost, 4)
    const seen = [cost.consumed]
    for (let i = 0; i < 6; i++) {
      mock.timers.tick(500)
      seen.push(cost.consumed)
    }
    assert.deepEqual(seen, [0, 1, 2, 3, 4, 4, 4])
    assert.equal(cost.remaining, 19_996)
  })

  it("shows a price at once", () => {
    const cost = meter()
    mock.timers.tick(2_000)
    update(cost, 4)
    mock.timers.tick(1_000)
    cost.priced(100)
    assert.equal(cost.consumed, 102)
    update(cost, 106)
    mock.timers.tick(2_000)
    assert.equal(cost.consumed, 106)
  })

  it("counts no time that the store may take back, should the line prove dead", () => {
    const cost = meter()
    const heardOfUs = Date.now()
    mock.timers.tick(2_000)
    cost.updated({ consumed: 4, ...HERE }, heardOfUs)
    mock.timers.tick(10_000)
    assert.equal(cost.consumed, 0)
    cost.confirmed(heardOfUs)
    assert.equal(cost.consumed, 0)
    cost.confirmed(Date.now())
    mock.timers.tick(2_000)
    assert.equal(cost.consumed, 4)
  })

  it("stands while the line is broken or the player has paused", () => {
    const cost = meter()
    mock.timers.tick(2_000)
    cost.updated({ consumed: 4, rate: RATE, paused: true }, Date.now() - 2_000)
    assert.equal(cost.consumed, 4)
    assert.equal(cost.running, false)
    assert.equal(cost.estimatedSecondsLeft, undefined)
    mock.timers.tick(60_000)
    assert.equal(cost.consumed, 4)
  })

  it("says how long the rest lasts", () => {
    assert.equal(meter().estimatedSecondsLeft, 10_000)
  })

  it("never falls, whatever it is told", () => {
    const cost = meter()
    let highest = 0
    for (let i = 0; i < 500; i++) {
      mock.timers.tick(37 * (i % 11))
      if (i % 3 === 0) cost.updated({ consumed: (i * 13) % 97, ...HERE }, Date.now() - (i % 5) * 900)
      if (i % 4 === 0) cost.confirmed(Date.now() - (i % 7) * 100)
      if (i % 50 === 0) cost.priced(1)
      if (i % 90 === 0) cost.began({ allocated: 20_000, consumed: i % 60, rate: RATE }, false)
      assert.ok(cost.consumed >= highest, `${cost.consumed} after ${highest}`)
      highest = cost.consumed
    }
  })

  it("ticks for whoever listens, and rests when there is nothing to show", () => {
    const cost = meter()
    const seen: number[] = []
    const stop = cost.onChange(({ consumed }) => seen.push(consumed))
    mock.timers.tick(2_000)
    update(cost, 4)
    for (let i = 0; i < 30; i++) mock.timers.tick(100)
    assert.deepEqual([...new Set(seen)], [0, 1, 2, 3, 4])
    stop()
    update(cost, 8)
    for (let i = 0; i < 30; i++) mock.timers.tick(100)
    assert.equal(seen.at(-1), 4)
  })

  it("stops for everybody", () => {
    const cost = meter()
    let heard = 0
    cost.onChange(() => (heard += 1))
    cost.stop()
    mock.timers.tick(2_000)
    update(cost, 4)
    assert.equal(heard, 1)
  })

  it("is the bill in the end", () => {
    const cost = meter()
    mock.timers.tick(2_000)
    update(cost, 4)
    cost.ended(5)
    assert.equal(cost.consumed, 5)
  })
})
