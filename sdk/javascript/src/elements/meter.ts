import type { CostMeter } from "../live/cost.js"
import type { LiveSession } from "../live/session.js"
import { Base, language, make, shadow, write } from "./dom.js"
import { ENGLISH, type Labels } from "./labels.js"
import { METER, THEME } from "./styles.js"

/** Less than this is low: the store warns at a fifth, and again at a twentieth. */
const LOW = 0.2
const VERY_LOW = 0.05

/**
 * `<jiga-meter>`: what a session costs, as it runs. It never shows more than the bill will say.
 *
 * Parts to style: `figures`, `consumed`, `left`, `time`, `track`, `fill`, `note`. Variables: `--jiga-accent`, `--jiga-danger`, `--jiga-text`,
 * `--jiga-muted`, `--jiga-raised`, `--jiga-line`, `--jiga-font`. `theme="light"` or `"dark"` overrides what the page prefers.
 *
 * @example
 * ```ts
 * import { defineElements } from "@jiga/store/elements"
 * defineElements()
 * const meter = document.createElement("jiga-meter")
 * meter.session = live
 * document.body.append(meter)
 * ```
 */
export class JigaMeter extends Base {
  #session: LiveSession | undefined
  #labels = ENGLISH
  #stop: (() => void)[] = []
  #view: View | undefined

  /**
   * The session to show.
   *
   * @example
   * ```ts
   * meter.session = live
   * ```
   */
  get session(): LiveSession | undefined {
    return this.#session
  }

  set session(session: LiveSession | undefined) {
    this.#unfollow()
    this.#session = session
    this.#follow()
  }

  /**
   * Your own words; what is left out stays English.
   *
   * @example
   * ```ts
   * meter.labels = { paused: "Angehalten" }
   * ```
   */
  get labels(): Labels {
    return this.#labels
  }

  set labels(labels: Partial<Labels>) {
    this.#labels = { ...ENGLISH, ...labels }
    this.#show()
  }

  connectedCallback(): void {
    this.#view ??= build(this)
    this.#follow()
  }

  disconnectedCallback(): void {
    this.#unfollow()
  }

  #follow(): void {
    if (!this.isConnected || !this.#session || this.#stop.length > 0) return this.#show()
    const show = () => this.#show()
    this.#stop = [this.#session.cost.onChange(show), this.#session.on("state", show), this.#session.on("ended", show)]
  }

  #unfollow(): void {
    for (const stop of this.#stop.splice(0)) stop()
  }

  #show(): void {
    const view = this.#view
    if (!view) return
    const { cost, bill, state } = this.#session ?? {}
    const { consumed = 0, remaining = 0, allocated = 0 } = cost ?? {}
    const words = this.#labels
    const numbers = new Intl.NumberFormat(language(this))
    const used = words.used(numbers.format(consumed))
    const left = words.left(numbers.format(remaining))
    const time = bill ? "" : timeLeft(cost, language(this), words)
    const share = allocated > 0 ? consumed / allocated : 0
    const low = !bill && allocated > 0 && 1 - share < LOW
    const percent = new Intl.NumberFormat(language(this), { style: "percent" })
    const note = bill
      ? words.returned(numbers.format(bill.released))
      : low
        ? words.low(percent.format(1 - share < VERY_LOW ? VERY_LOW : LOW))
        : state === "paused" && !this.hasAttribute("quiet")
          ? words.paused
          : ""
    this.toggleAttribute("data-low", low)
    write(view.consumed, used)
    write(view.left, bill ? "" : left)
    write(view.time, time)
    // A change of it is read out: there are few.
    write(view.note, note)
    view.fill.style.width = `${Math.min(100, share * 100)}%`
    set(view.meter, "aria-label", words.cost)
    set(view.meter, "aria-valuemax", String(allocated))
    set(view.meter, "aria-valuenow", String(consumed))
    set(view.meter, "aria-valuetext", [used, bill ? "" : left, time].filter(Boolean).join(", "))
  }
}

interface View {
  meter: HTMLElement
  consumed: HTMLElement
  left: HTMLElement
  time: HTMLElement
  fill: HTMLElement
  note: HTMLElement
}

function build(host: HTMLElement): View {
  const consumed = make("span", { class: "consumed", part: "consumed" })
  const left = make("span", { class: "left", part: "left" })
  const time = make("span", { class: "time", part: "time" })
  const fill = make("div", { class: "fill", part: "fill" })
  const note = make("p", { class: "note", part: "note", role: "status" })
  const figures = make("div", { class: "figures", part: "figures", "aria-hidden": "true" }, consumed, left, time)
  const track = make("div", { class: "track", part: "track", "aria-hidden": "true" }, fill)
  const meter = make("div", { role: "meter", "aria-valuemin": "0" }, figures, track)
  shadow(host, THEME, METER).append(meter, note)
  return { meter, consumed, left, time, fill, note }
}

function timeLeft(cost: CostMeter | undefined, language: string, words: Labels): string {
  const seconds = cost?.estimatedSecondsLeft
  if (seconds === undefined) return ""
  const unit = (value: number, unit: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return words.timeLeft(unit(seconds, "second"))
  const hours = Math.floor(minutes / 60)
  return words.timeLeft(
    hours === 0 ? unit(minutes, "minute") : `${unit(hours, "hour")} ${unit(minutes % 60, "minute")}`,
  )
}

function set(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}
