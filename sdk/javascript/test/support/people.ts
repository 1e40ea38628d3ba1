import { JigaStore } from "../../src/index.js"

/** Somebody with an account and a wallet. */
export interface Person {
  readonly id: string
  readonly accessToken: string
  readonly refreshToken: string
  readonly deviceToken: string | null | undefined
  readonly store: JigaStore
}

let made = 0

/** Registers somebody new, and fills the wallet by the sandbox's checkout: 500,000 DOF, or nothing. */
export async function somebody(baseUrl: string, wallet = 500_000): Promise<Person> {
  const store = new JigaStore({ baseUrl })
  const email = `sdk-js-${process.pid}-${Date.now()}-${++made}@example.org`
  const { user, accessToken, refreshToken, deviceToken } = await store.auth.register({
    email,
    password: "river-lantern-orchard",
    displayName: "Pat",
  })
  if (wallet > 0) await fill(store)
  return { id: user.id, accessToken, refreshToken: String(refreshToken), deviceToken, store }
}

async function fill(store: JigaStore): Promise<void> {
  const { checkoutUrl } = await store.wallet.purchase({
    package: "silver",
    paymentMethod: "sandbox",
    returnUrl: "http://localhost",
  })
  const paid = await fetch(`${checkoutUrl}/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"card":"success"}',
  })
  if (!paid.ok) throw new Error(`The sandbox's checkout answered ${paid.status}.`)
  // It is credited a moment after the answer.
  for (let patience = 100; (await store.wallet.get()).available === 0; patience--) {
    if (patience === 0) throw new Error("The wallet was not filled.")
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
