import { Avatar, type Face } from "../ui/Avatar"

interface PortraitProps {
  face: Face
  /** The picture that its owner gave it, if any. */
  imageUrl: string | null | undefined
  size: number
}

/** An agent's picture, or the face that is drawn for it. Its name stands beside it. */
export function Portrait({ face, imageUrl, size }: PortraitProps) {
  if (!imageUrl) return <Avatar face={face} size={size} />
  return <img src={imageUrl} alt="" width={size} height={size} class="shrink-0 rounded-lg bg-higher object-cover" />
}
