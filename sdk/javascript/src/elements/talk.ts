import type { Ended, ResponsePart } from "../live/events.js"
import type { LiveSession } from "../live/session.js"
import { Base, language, make, shadow, write } from "./dom.js"
import { ENGLISH, type Labels } from "./labels.js"
import type { JigaMeter } from "./meter.js"
import { TALK, THEME } from "./styles.js"

/** What the player reads is longer ago than this many lines only in the store. */
const MOST_LINES = 200

/**
 * `<jiga-talk>`: a conversation with the agent of a session, with its meter. Enter says it, Shift+Enter begins a new line. It tells
 * when the line is broken or the session over, and fires `jiga-ended` with the bill in `detail`.
 *
 * Parts to style: `panel`, `header`, `log`, `line`, `mine`, `theirs`, `status`, `form`, `input`, `send`. The slot `title` names the agent.
 * Variables as of `<jiga-meter>`, and `--jiga-surface`, `--jiga-on-accent`, `--jiga-radius`.
 *
 * @example
 * ```ts
 * import { defineElements } from "@jiga/store/elements"
 * defineElements()
 * const talk = document.createElement("jiga-talk")
 * talk.session = live
 * talk.addEventListener("jiga-ended", () => talk.remove())
 * document.body.append(talk)
 * ```
 */
export class JigaTalk extends Base {
  #session: LiveSession | undefined
  #labels = ENGLISH
  #stop: (() => void)[] = []
  #view: View | undefined
  /** The lines that are being said, by the numbers of what was asked. */
  readonly #lines = new Map<number, HTMLElement>()

  /**
   * The session to talk in.
   *
   * @example
   * ```ts
   * talk.session = live
   * ```
   */
  get session(): LiveSession | undefined {
    return this.#session
  }

  set session(session: LiveSession | undefined) {
    this.#unfollow()
    this.#session = session
    this.#lines.clear()
    this.#follow()
  }

  /**
   * Your own words; what is left out stays English.
   *
   * @example
   * ```ts
   * talk.labels = { send: "Senden", you: "Du" }
   * ```
   */
  get labels(): Labels {
    return this.#labels
  }

  set labels(labels: Partial<Labels>) {
    this.#labels = { ...ENGLISH, ...labels }
    if (this.#view) this.#view.meter.labels = labels
    this.#show()
  }

  connectedCallback(): void {
    this.#view ??= build(this, (text) => this.#say(text))
    this.#follow()
  }

  disconnectedCallback(): void {
    this.#unfollow()
  }

  #follow(): void {
    const [session, view] = [this.#session, this.#view]
    if (view) view.meter.session = session
    if (!this.isConnected || !session || this.#stop.length > 0) return this.#show()
    this.#stop = [
      session.on("state", () => this.#show()),
      session.on("response", (part) => this.#respond(part)),
      session.on("warning", ({ text, seq }) => seq !== undefined && this.#line("theirs", text)),
      session.on("detected", ({ text }) => this.#line("theirs", text)),
      session.on("reconnected", () => this.#announce(this.#labels.reconnected)),
      session.on("ended", (end) => this.#ended(end)),
    ]
    this.#show()
  }

  #unfollow(): void {
    for (const stop of this.#stop.splice(0)) stop()
  }

  #say(text: string): void {
    const session = this.#session
    if (!session) return
    const mine = this.#line("mine", text)
    session.say(text).then(
      () => {},
      (error: unknown) => this.#failed(mine, text, error),
    )
  }

  #respond(part: ResponsePart): void {
    const own = part.kind === undefined
    let line = own ? this.#lines.get(part.seq) : undefined
    if (!line && part.text) line = this.#line("theirs", "")
    if (line) {
      const words = line.querySelector(".words") ?? line
      write(words, part.restart || !own ? part.text : `${words.textContent ?? ""}${part.text}`)
      line.classList.toggle("waiting", own && !part.done)
      if (own) this.#lines.set(part.seq, line)
    }
    if (part.done) this.#last(part, line)
    this.#toTheEnd()
  }

  #last(part: ResponsePart, line: HTMLElement | undefined): void {
    const asked = this.#lines.get(part.seq) ?? line
    this.#lines.delete(part.seq)
    asked?.classList.remove("waiting")
    const { text = "", dofConsumed = 0 } = part.answer ?? {}
    const price = this.#labels.price(new Intl.NumberFormat(language(this)).format(dofConsumed))
    if (asked && dofConsumed > 0) asked.append(make("span", { class: "price" }, price))
    // As a whole, and once: pieces of it would be read out one by one.
    if (text) this.#announce(`${this.#labels.agent}: ${text}`)
  }

  #failed(line: HTMLElement, text: string, error: unknown): void {
    const why = error instanceof Error ? ((error as { detail?: string }).detail ?? error.message) : String(error)
    const reason = `${this.#labels.failed} ${why}`
    line.classList.add("failed")
    line.append(make("span", { class: "price why" }, reason))
    this.#announce(reason)
    if (this.#session?.state === "ended" || this.#session?.state === "closed") return
    const again = make("button", { type: "button", class: "quiet" }, this.#labels.again)
    again.addEventListener("click", () => {
      line.remove()
      this.#say(text)
      this.#view?.input.focus()
    })
    line.append(again)
    this.#toTheEnd()
  }

  #ended({ bill }: Ended): void {
    this.#show()
    this.dispatchEvent(new CustomEvent("jiga-ended", { detail: bill, bubbles: true, composed: true }))
  }

  #line(whose: "mine" | "theirs", text: string): HTMLElement {
    const who = make("span", { class: "unseen" }, `${whose === "mine" ? this.#labels.you : this.#labels.agent}: `)
    const line = make(
      "li",
      { class: `line ${whose}`, part: `line ${whose}` },
      who,
      make("span", { class: "words" }, text),
    )
    const log = this.#view?.log
    log?.append(line)
    while (log && log.children.length > MOST_LINES) log.firstElementChild?.remove()
    this.#toTheEnd(whose === "mine")
    return line
  }

  /** Follows what is said, unless somebody has gone back to read. */
  #toTheEnd(always = false): void {
    const log = this.#view?.log
    if (log && (always || log.scrollHeight - log.scrollTop - log.clientHeight < 160)) log.scrollTop = log.scrollHeight
  }

  #announce(text: string): void {
    if (this.#view) write(this.#view.announcer, text)
  }

  #show(): void {
    const view = this.#view
    if (!view) return
    const state = this.#session?.state
    const words = this.#labels
    const over = state === "ended" || state === "closed"
    const status =
      state === "reconnecting" || state === "connecting"
        ? words[state]
        : over
          ? words.ended
          : state === "paused"
            ? words.paused
            : ""
    write(view.says, status)
    view.status.hidden = status === ""
    view.resume.hidden = state !== "paused"
    write(view.resume, words.resume)
    view.form.hidden = over
    view.send.disabled = view.input.disabled = !this.#session || state === "paused"
    write(view.send, words.send)
    view.input.placeholder = words.message
    view.input.setAttribute("aria-label", words.message)
    view.log.setAttribute("aria-label", words.conversation)
    view.log.dataset.empty = words.empty
    view.resume.onclick = () => void this.#session?.resume().then(() => view.input.focus())
  }
}

interface View {
  meter: JigaMeter
  log: HTMLElement
  status: HTMLElement
  says: HTMLElement
  resume: HTMLButtonElement
  form: HTMLFormElement
  input: HTMLTextAreaElement
  send: HTMLButtonElement
  announcer: HTMLElement
}

function build(host: HTMLElement, say: (text: string) => void): View {
  const meter = document.createElement("jiga-meter")
  // The pause is said below, with the way out of it.
  meter.setAttribute("quiet", "")
  const title = make("slot", { name: "title" })
  // Read out by the announcer, as wholes; here it is for eyes, and for whoever goes through it.
  const log = make("ol", { class: "log", part: "log", role: "log", "aria-live": "off", tabindex: "0" })
  const says = make("span", { role: "status" })
  const resume = make("button", { type: "button", class: "quiet" })
  const status = make("div", { class: "status", part: "status" }, says, resume)
  const input = make("textarea", {
    part: "input",
    rows: "1",
    maxlength: "4000",
    enterkeyhint: "send",
    autocomplete: "off",
  })
  const send = make("button", { type: "submit", part: "send" })
  const form = make("form", { part: "form" }, input, send)
  const announcer = make("div", { class: "unseen", role: "status" })
  const header = make("header", { part: "header" }, make("div", { class: "title" }, title), meter)
  shadow(host, THEME, TALK).append(
    make("section", { class: "panel", part: "panel" }, header, log, status, form, announcer),
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const text = input.value.trim()
    if (!text) return
    input.value = ""
    say(text)
  })
  input.addEventListener("keydown", (event) => {
    // Enter also chooses a word in Japanese or Chinese.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  return { meter, log, status, says, resume, form, input, send, announcer }
}
