import { Avatar, type Face } from "../ui/Avatar"

interface PortraitProps {
  face: Face
  /** The picture that its owner gave it, if any. */
  imageUrl: string | null | undefined
  size: number
  /** It is what the page is about: it does not wait until it comes into sight. */
  first?: boolean
}

/** A picture that was sent to the store is there in these widths, each under its own name. */
const WIDTHS = [128, 512, 1024] as const
const SENT = /-(?:128|512|1024)(?=\.webp$)/

/** An agent's picture, or the face that is drawn for it. Its name stands beside it. */
export function Portrait({ face, imageUrl, size, first }: PortraitProps) {
  if (!imageUrl) return <Avatar face={face} size={size} />
  const sizes = SENT.test(imageUrl) && {
    srcset: WIDTHS.map((width) => `${imageUrl.replace(SENT, `-${width}`)} ${width}w`).join(", "),
    sizes: `${size}px`,
  }
  return (
    <img
      src={imageUrl}
      {...sizes}
      alt=""
      width={size}
      height={size}
      loading={first ? "eager" : "lazy"}
      decoding="async"
      class="shrink-0 rounded-lg bg-higher object-cover"
    />
  )
}
