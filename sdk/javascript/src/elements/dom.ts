/** What elements are made of; a server that only imports them has none, and does not mind. */
export const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement)

/** @internal Made by hand: markup in a text is refused on pages with Trusted Types. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** @internal A shadow root with styles that a strict Content-Security-Policy lets through. */
export function shadow(host: HTMLElement, ...styles: string[]): ShadowRoot {
  const root = host.attachShadow({ mode: "open", delegatesFocus: true })
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  return root
}

/** @internal The language of the place where an element stands. */
export function language(host: HTMLElement): string {
  const near = host.closest<HTMLElement>("[lang]")?.lang
  return near || navigator.language
}

/** @internal Writes only what has changed, so that nothing is drawn or read out for nothing. */
export function write(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text
}
