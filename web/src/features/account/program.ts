/** Names that a user agent's text has, the one that hides another first: Edge says that it is Chrome, and Chrome that it is Safari. */
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
]

/** What a program says of itself, as people call it: "Firefox, Android". What nobody knows is shown as it is. */
export function program(client: string | undefined): string | undefined {
  if (!client) return undefined
  const found = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([mark]) => mark.test(client))?.[1] ?? [])
  return found.length > 0 ? found.join(", ") : client
}
