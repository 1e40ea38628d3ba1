import type { Vision } from "../../parts/rules"

export interface Setting {
  key: keyof Vision
  choices: readonly (number | string)[]
  /** It may be absent. */
  optional?: boolean
}

function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1)
}

/** What the store knows of a configuration, with what it takes (`ConfigurationLimits`). */
export const SETTINGS: readonly Setting[] = [
  { key: "target_fps", choices: upTo(10) },
  { key: "analysis_interval", choices: [0.1, 0.2, 0.3, 0.5, 1, 1.5, 2] },
  { key: "max_concurrent_analyses", choices: upTo(20) },
  { key: "high_speed_mode", choices: ["quality_focused", "balanced", "ultra_fast"], optional: true },
]

export const PRESETS = ["calm", "rank", "sharp"] as const
export type Preset = (typeof PRESETS)[number]

type Chosen = Record<keyof Vision, number | string | undefined>

/** The rank's own settings, the least there is, and twice the rank's, which costs players extra. @param vision the rank's */
export function presetsOf(vision: Vision): Record<Preset, Chosen> {
  return {
    calm: { target_fps: 1, analysis_interval: 2, max_concurrent_analyses: 1, high_speed_mode: undefined },
    rank: { high_speed_mode: undefined, ...vision },
    sharp: {
      high_speed_mode: undefined,
      ...vision,
      target_fps: Math.min(10, vision.target_fps * 2),
      analysis_interval: Math.max(0.1, Math.round(vision.analysis_interval * 5) / 10),
      max_concurrent_analyses: Math.min(20, vision.max_concurrent_analyses * 2),
    },
  }
}

/** Which preset it is, if any; of two that are the same, the rank's. */
export function presetOf(chosen: Record<string, unknown>, vision: Vision): Preset | undefined {
  const presets = presetsOf(vision)
  return (["rank", "calm", "sharp"] as const).find((name) =>
    SETTINGS.every(({ key }) => presets[name][key] === chosen[key]),
  )
}
