import { METAL } from "./metal"

/** What a drawn face is made from. */
export interface Face {
  id: string
  rank: string
  type: string
}

/** FNV-1a (Fowler, Noll, Vo): small, and the same everywhere, so that an agent has one face. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

function pick<T>(options: readonly T[], seed: number, at: number): T {
  return options[(seed >>> at) % options.length] as T
}

const HELMETS = [
  "M20 84V46q0-30 30-30t30 30v38l-14 8H34Z",
  "M16 80 24 36 50 14l26 22 8 44-16 12H32Z",
  "M22 88V34L50 18l28 16v54H22Z",
  "M14 62q0-46 36-46t36 46l-10 30H24Z",
] as const
const VISORS = [
  "M28 48h44l-6 14H34Z",
  "M26 46q24-10 48 0v10q-24 8-48 0Z",
  "M30 44h16v16H30Zm24 0h16v16H54Z",
  "M26 52 50 44l24 8-24 12Z",
  "M28 50h44v8H28Z",
] as const
const CRESTS = ["", "M50 6v12", "M30 12l8 10M70 12l-8 10", "M50 4l6 12H44Z", "M18 30 8 20M82 30l10-10"] as const

/** What a type of agent is good at, as a sign on the cheek. */
export const GLYPHS: Record<string, string> = {
  Assistant: "M44 72h12M50 66v12",
  Mentor: "M41 70l9-4 9 4-9 4ZM45 73v4q5 3 10 0v-4",
  Specialist: "M50 65l3 6 6 1-4 4 1 6-6-3-6 3 1-6-4-4 6-1Z",
}

/** An agent's face: a helmet, a visor and a sign of its speciality, out of its id. It stays sharp at every size. */
export function Avatar({ face, size }: { face: Face; size: number }) {
  const seed = hash(face.id)
  const metal = METAL[face.rank] ?? "text-soft"
  const hue = seed % 360
  const light = `oklch(0.82 0.13 ${hue})`
  return (
    <svg
      viewBox="0 0 100 100"
      width={size}
      height={size}
      aria-hidden="true"
      class={`shrink-0 rounded-lg bg-higher ${metal}`}
    >
      <path
        d={pick(CRESTS, seed, 12)}
        stroke="currentColor"
        fill="currentColor"
        stroke-width="3"
        stroke-linecap="round"
      />
      <path
        d={pick(HELMETS, seed, 4)}
        fill={`oklch(0.32 0.04 ${hue})`}
        stroke="currentColor"
        stroke-width="3"
        stroke-linejoin="round"
      />
      <path d={pick(VISORS, seed, 8)} fill={light} />
      <path
        d={GLYPHS[face.type] ?? "M44 74h12"}
        fill="none"
        stroke={light}
        stroke-width="2.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
