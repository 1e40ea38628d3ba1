import { ConnectionError, JigaError } from "./errors.js"

/**
 * The store's public keys (RFC 7517), as `/.well-known/jwks.json` has them.
 *
 * @example
 * ```ts
 * const pinned: Jwks = JSON.parse(await readFile("jwks.json", "utf8"))
 * await verifyReceipt(receipt, { jwks: pinned })
 * ```
 */
export interface Jwks {
  readonly keys: readonly (JsonWebKey & { readonly kid?: string })[]
}

/**
 * What a receipt says, signed by the store.
 *
 * @example
 * ```ts
 * const claims: ReceiptClaims = await verifyReceipt(receipt, { jwks })
 * console.log(claims.sessionId, claims.consumed, claims.distribution.owner)
 * ```
 */
export interface ReceiptClaims {
  /** The store. */
  readonly iss: string
  /** When it was signed, in seconds since 1970. */
  readonly iat: number
  /** The user who was charged. */
  readonly sub: string
  readonly sessionId: string
  readonly agentId: string
  readonly type: string
  /** DOF an active hour. */
  readonly rate: number
  readonly allocated: number
  readonly consumed: number
  readonly released: number
  readonly activeMillis: number
  readonly reason: string
  readonly transactionId?: string | null
  readonly distribution: { readonly owner: number; readonly platform: number; readonly creator: number }
  readonly [member: string]: unknown
}

/**
 * A receipt that is not what it claims to be.
 *
 * @example
 * ```ts
 * try {
 *   await verifyReceipt(receipt, { jwks })
 * } catch (error) {
 *   if (error instanceof ReceiptError) console.error("Do not trust it:", error.code)
 * }
 * ```
 */
export class ReceiptError extends JigaError {
  override readonly name: string = "ReceiptError"
  /** What is wrong. */
  readonly code:
    "MALFORMED" | "UNKNOWN_ALGORITHM" | "UNKNOWN_KEY" | "WRONG_SIGNATURE" | "WRONG_ISSUER" | "WRONG_SESSION"

  constructor(code: ReceiptError["code"], message: string) {
    super(message)
    this.code = code
  }
}

const ALGORITHMS: Record<
  string,
  { key: EcKeyImportParams | Algorithm; verify: EcdsaParams | Algorithm; kty: string; crv: string }
> = {
  ES256: {
    key: { name: "ECDSA", namedCurve: "P-256" },
    verify: { name: "ECDSA", hash: "SHA-256" },
    kty: "EC",
    crv: "P-256",
  },
  EdDSA: { key: { name: "Ed25519" }, verify: { name: "Ed25519" }, kty: "OKP", crv: "Ed25519" },
}

/**
 * Checks a receipt's signature by the store's public keys. With `jwks` nothing is asked of anybody; with `jwksUrl` or `baseUrl` the
 * keys are fetched.
 *
 * @returns what the receipt says
 * @throws ReceiptError if it is not what it claims to be
 * @example
 * ```ts
 * const claims = await verifyReceipt(await store.sessions.receipt(session.id), { jwks: await store.jwks() })
 * console.log(claims.consumed)
 * ```
 */
export async function verifyReceipt(
  receipt: string | { readonly receipt: string; readonly sessionId?: string },
  options: {
    /** Pinned keys. */
    jwks?: Jwks | undefined
    /** Where the keys are. */
    jwksUrl?: string | undefined
    /** The store whose keys they are. */
    baseUrl?: string | undefined
    fetch?: typeof globalThis.fetch | undefined
    /** The store that must have signed it. */
    issuer?: string | undefined
    /** The session that it must be about. Default: that which stands beside the receipt. */
    sessionId?: string | undefined
  },
): Promise<ReceiptClaims> {
  const compact = typeof receipt === "string" ? receipt : receipt.receipt
  const parts = compact.split(".")
  const [head = "", body = "", signature = ""] = parts
  const header = json(head) as { alg?: string; kid?: string; typ?: string; crit?: unknown }
  if (parts.length !== 3 || header.crit !== undefined || (header.typ !== undefined && header.typ !== "receipt+jws")) {
    throw new ReceiptError("MALFORMED", "This is no receipt.")
  }
  const algorithm = Object.hasOwn(ALGORITHMS, header.alg ?? "") ? ALGORITHMS[header.alg ?? ""] : undefined
  if (!algorithm) throw new ReceiptError("UNKNOWN_ALGORITHM", "The receipt's algorithm is not known here.")
  const { keys } = options.jwks ?? (await fetched(options))
  const key = keys.find(({ kid, kty, crv, alg }) => {
    return kid === header.kid && kty === algorithm.kty && crv === algorithm.crv && (alg ?? header.alg) === header.alg
  })
  if (!key) throw new ReceiptError("UNKNOWN_KEY", "The receipt's key is not the store's.")
  const { kty, crv, x, y } = key
  const jwk = { kty, crv, x, y } as JsonWebKey
  const signed = new TextEncoder().encode(`${head}.${body}`)
  const imported = await crypto.subtle.importKey("jwk", jwk, algorithm.key, false, ["verify"])
  if (!(await crypto.subtle.verify(algorithm.verify, imported, bytes(signature), signed))) {
    throw new ReceiptError("WRONG_SIGNATURE", "The receipt was changed, or is not the store's.")
  }
  const claims = json(body) as ReceiptClaims
  if (options.issuer !== undefined && claims.iss !== options.issuer) {
    throw new ReceiptError("WRONG_ISSUER", "The receipt is another store's.")
  }
  const session = options.sessionId ?? (typeof receipt === "string" ? undefined : receipt.sessionId)
  if (session !== undefined && claims.sessionId !== session) {
    throw new ReceiptError("WRONG_SESSION", "The receipt is about another session.")
  }
  return claims
}

async function fetched(options: {
  jwksUrl?: string | undefined
  baseUrl?: string | undefined
  fetch?: typeof fetch | undefined
}): Promise<Jwks> {
  const url = options.jwksUrl ?? (options.baseUrl && `${options.baseUrl.replace(/\/+$/, "")}/.well-known/jwks.json`)
  if (!url) throw new TypeError("Say whose keys: give jwks, jwksUrl or baseUrl.")
  try {
    const answer = await (options.fetch ?? fetch)(url)
    if (answer.ok) return (await answer.json()) as Jwks
    throw new Error(`it answered ${answer.status}`)
  } catch (cause) {
    throw new ConnectionError(`The keys of ${url} could not be read.`, { cause })
  }
}

function json(part: string): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes(part)))
    if (value !== null && typeof value === "object") return value
  } catch {
    // Said below.
  }
  throw new ReceiptError("MALFORMED", "This is no receipt.")
}

function bytes(base64Url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64Url.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0))
}
