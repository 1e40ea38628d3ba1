import type { UsageLine } from "@jiga/store"

/** All lines of one action. */
export interface Group {
  action: UsageLine["action"]
  units: number
  dof: number
}

/** Lines by what they are for, the dearest first. */
export function grouped(lines: readonly UsageLine[]): Group[] {
  const groups = new Map<Group["action"], Group>()
  for (const { action, units, dof } of lines) {
    const group = groups.get(action) ?? { action, units: 0, dof: 0 }
    groups.set(action, { action, units: group.units + units, dof: group.dof + dof })
  }
  return [...groups.values()].sort((one, other) => other.dof - one.dof)
}

export function total(groups: readonly Group[]): number {
  return groups.reduce((sum, { dof }) => sum + dof, 0)
}
