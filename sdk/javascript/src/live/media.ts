/**
 * Bytes of a picture or a sound; a text is taken as base64.
 *
 * @example
 * ```ts
 * const canvas = new OffscreenCanvas(640, 360)
 * const picture: Media = await canvas.convertToBlob({ type: "image/webp" })
 * await live.frame(picture)
 * ```
 */
export type Media = Blob | ArrayBuffer | Uint8Array | string

/** @internal */
export async function base64(media: Media): Promise<string> {
  if (typeof media === "string") return media.replace(/^data:[^,]*,/, "")
  const bytes = new Uint8Array(media instanceof Blob ? await media.arrayBuffer() : media)
  let binary = ""
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
