import type { Package } from "@jiga/store"

/** The packages that bring what is missing, the smallest first. */
export function sufficient(packages: readonly Package[], missing: number): Package[] {
  return packages.filter(({ dofAmount }) => dofAmount >= missing).sort((one, other) => one.dofAmount - other.dofAmount)
}
