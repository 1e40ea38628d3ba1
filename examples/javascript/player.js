import { JigaStore } from "@jiga/store"

/**
 * Whoever `JIGA_API_KEY` says, or a new player of the store on this machine, whose wallet the sandbox fills.
 *
 * @param {string} baseUrl
 */
export async function player(baseUrl) {
  if (process.env.JIGA_API_KEY) return new JigaStore({ baseUrl })
  const store = new JigaStore({ baseUrl })
  const email = `pat-${Date.now()}@example.org`
  await store.auth.register({
    email,
    password: "river-lantern-orchard",
    displayName: "Pat",
  })
  const { checkoutUrl } = await store.wallet.purchase({
    package: "silver",
    paymentMethod: "sandbox",
    returnUrl: baseUrl,
  })
  const card = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"card":"success"}',
  }
  const paid = await fetch(`${checkoutUrl}/pay`, card)
  if (!paid.ok) throw new Error(`The checkout answered ${paid.status}: is this store's sandbox on?`)
  // The DOF are there a moment after the payment.
  while ((await store.wallet.get()).available === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  return store
}
