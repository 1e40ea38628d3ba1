/** Keys, tokens and tickets, wherever they stand in a text. */
const SECRETS: readonly [RegExp, string][] = [
  [/\b(jiga_(?:pub_)?(?:live|test)_)[\w-]+/g, "$1…"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "eyJ…"],
  [/([?&](?:ticket|access_token)=)[^&\s#"]+/g, "$1…"],
  [/\b(Bearer )[^\s"',]+/gi, "$1…"],
]

/** @internal The text without what would let its reader in. */
export function redacted(text: string): string {
  return SECRETS.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text)
}
