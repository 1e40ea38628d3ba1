import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { ConnectionError, type Jwks, ReceiptError, verifyReceipt } from "../src/index.js"
import { PretendStore } from "./support/pretend-store.js"

const CLAIMS = { iss: "https://store.example", sessionId: "s1", consumed: 211 }

type Kind = "ES256" | "EdDSA"

async function signed(
  kind: Kind,
  claims: object = CLAIMS,
  header: object = {},
): Promise<{ receipt: string; jwks: Jwks }> {
  const algorithm = kind === "ES256" ? { name: "ECDSA", namedCurve: "P-256" } : { name: "Ed25519" }
  const pair = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
  const text = `${encoded({ alg: kind, kid: "k1", typ: "receipt+jws", ...header })}.${encoded(claims)}`
  const how = kind === "ES256" ? { name: "ECDSA", hash: "SHA-256" } : { name: "Ed25519" }
  const signature = Buffer.from(await crypto.subtle.sign(how, pair.privateKey, Buffer.from(text))).toString("base64url")
  const jwk = { ...(await crypto.subtle.exportKey("jwk", pair.publicKey)), kid: "k1", use: "sig", alg: kind }
  return { receipt: `${text}.${signature}`, jwks: { keys: [jwk] } }
}

function refusedFor(code: ReceiptError["code"]): (error: unknown) => boolean {
  return (error) => error instanceof ReceiptError && error.code === code
}

describe("a receipt", { concurrency: true }, () => {
  for (const kind of ["ES256", "EdDSA"] as const) {
    it(`signed with ${kind} is checked by pinned keys, without a network`, async () => {
      const { receipt, jwks } = await signed(kind)
      assert.deepEqual(await verifyReceipt(receipt, { jwks, fetch: () => assert.fail("nobody is asked") }), CLAIMS)
    })
  }

  it("is checked by the keys of the store that is named", async () => {
    await using store = await PretendStore.start()
    const { receipt, jwks } = await signed("ES256")
    store.on("GET /.well-known/jwks.json", { body: jwks })
    assert.equal((await verifyReceipt({ receipt, sessionId: "s1" }, { baseUrl: store.url })).consumed, 211)
    store.on("GET /.well-known/jwks.json", { status: 503, body: "busy" })
    await assert.rejects(verifyReceipt(receipt, { baseUrl: store.url }), ConnectionError)
  })

  it("that was changed is refused", async () => {
    const { receipt, jwks } = await signed("ES256")
    const [head, , signature] = receipt.split(".")
    const other = Buffer.from(JSON.stringify({ ...CLAIMS, consumed: 1 })).toString("base64url")
    await assert.rejects(verifyReceipt([head, other, signature].join("."), { jwks }), refusedFor("WRONG_SIGNATURE"))
  })

  it("of another key, store or session is refused", async () => {
    const { receipt, jwks } = await signed("ES256")
    await assert.rejects(verifyReceipt(receipt, { jwks: { keys: [] } }), refusedFor("UNKNOWN_KEY"))
    await assert.rejects(verifyReceipt(receipt, { jwks: (await signed("ES256")).jwks }), refusedFor("WRONG_SIGNATURE"))
    await assert.rejects(verifyReceipt(receipt, { jwks, issuer: "https://other.example" }), refusedFor("WRONG_ISSUER"))
    await assert.rejects(verifyReceipt({ receipt, sessionId: "s2" }, { jwks }), refusedFor("WRONG_SESSION"))
  })

  it("does not choose its own way of being checked", async () => {
    const { jwks } = await signed("ES256")
    for (const alg of ["none", "HS256", "RS256", "constructor"]) {
      const head = Buffer.from(JSON.stringify({ alg, kid: "k1" })).toString("base64url")
      await assert.rejects(verifyReceipt(`${head}.e30.`, { jwks }), refusedFor("UNKNOWN_ALGORITHM"))
    }
    const wrong = await signed("EdDSA")
    await assert.rejects(verifyReceipt(wrong.receipt, { jwks }), refusedFor("UNKNOWN_KEY"))
  })

  it("that is something else is malformed", async () => {
    const { jwks } = await signed("ES256")
    const other = await signed("ES256", CLAIMS, { typ: "at+jwt" })
    for (const text of ["", "a.b.c", "a.b", `${btoa("7")}.e30.x`, other.receipt]) {
      await assert.rejects(verifyReceipt(text, { jwks: other.jwks }), refusedFor("MALFORMED"))
    }
    await assert.rejects(verifyReceipt("a.b.c", { jwks }), refusedFor("MALFORMED"))
  })
})
