/** Where a square lies in a picture: its side and its corner, in the picture's own pixels. */
export interface Square {
  x: number
  y: number
  side: number
}

/** @param zoom 1 shows as much as fits, 4 a quarter of it @param across 0 at the start, 1 at the end @param down likewise */
export function squareOf(width: number, height: number, zoom: number, across: number, down: number): Square {
  const side = Math.min(width, height) / zoom
  return { x: (width - side) * across, y: (height - side) * down, side }
}

/** A file as a picture. By a data: URL, since the store's policy allows no blob: ones. */
export async function readImage(file: Blob): Promise<HTMLImageElement> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}

export function paint(canvas: HTMLCanvasElement, image: HTMLImageElement, { x, y, side }: Square): void {
  const context = canvas.getContext("2d")
  if (!context) return
  context.imageSmoothingQuality = "high"
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, x, y, side, side, 0, 0, canvas.width, canvas.height)
}

/** As large as the store keeps pictures, and no larger than what was cut out. */
const LARGEST = 1024

export function cut(image: HTMLImageElement, square: Square): Promise<Blob> {
  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = Math.max(1, Math.min(LARGEST, Math.round(square.side)))
  paint(canvas, image, square)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made."))), "image/png")
  })
}
