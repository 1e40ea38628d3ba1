import { expect } from "vitest"
import type { Visitor } from "./browser"

const OPERATOR = process.env.JIGA_ADMIN_EMAIL ?? "operator@demo.jiga.local"
const PASSPHRASE = process.env.JIGA_ADMIN_PASSWORD ?? "a passphrase for operators"

/** @param path of the page's row in `pages.ts` */
export async function isWell(path: string, visitor: Visitor): Promise<void> {
  const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`)
  expect(new URL(visitor.page.url()).pathname).toMatch(pattern)
  await visitor.page.locator("main .animate-pulse").first().waitFor({ state: "detached" })
  const look: (path: string) => Promise<void> = visitor.isWell.bind(visitor)
  await look(path)
}

export function signInAsOperator(visitor: Visitor): Promise<void> {
  return visitor.signIn(OPERATOR, PASSPHRASE)
}
