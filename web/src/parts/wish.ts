/** A key for one wish: sent again under the same key, it is done once. Also where a page did not come over TLS, and has no `randomUUID`. */
export function newWish(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
