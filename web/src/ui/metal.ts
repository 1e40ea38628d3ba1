/** What a rank is coloured like: its metal. */
export const METAL: Record<string, string> = {
  Bronze: "text-bronze",
  Silver: "text-silver",
  Gold: "text-gold",
  Platinum: "text-platinum",
}
