import type { CategoryGroup } from '../rules/allocation/tree.ts'
import type { Profile } from '../rules/engine.ts'

/** At least `min` of the categories in `mask` (-1: of everything, whatever its category), before limits inside it. */
interface Demand {
  readonly mask: number
  readonly min: number
}

/**
 * A demand on plain sums: what lies in `mask` and under no limit, together with the limits themselves, is enough.
 * Limits of nested groups turn "the most that can count" into the smallest of these sums, so all of them together say
 * the same as the evaluator's walk over the tree, without a variable for what counts of what.
 */
export interface SumDemand {
  /** Categories that count in full; -1: everything else does too. */
  readonly mask: number
  readonly excluded: number
  readonly atLeast: number
}

/** More sums than this are left to the search. */
const MOST_SUMS = 256

const inside = (inner: number, outer: number): boolean => outer === -1 || (inner & outer) === inner

/** Every choice of disjoint limits inside a mask. */
function antichains(limits: readonly CategoryGroup[], mask: number): { covered: number; limit: number }[] | null {
  let all = [{ covered: 0, limit: 0 }]
  for (const group of limits) {
    if (!inside(group.mask, mask)) continue
    const more = all
      .filter(({ covered }) => (covered & group.mask) === 0)
      .map(({ covered, limit }) => ({ covered: covered | group.mask, limit: limit + group.max }))
    all = [...all, ...more]
    if (all.length > MOST_SUMS) return null
  }
  return all
}

/** The sums that a renewable cycle must reach; null where groups cross each other or are too many. */
export function sumDemands(profile: Profile): SumDemand[] | null {
  if (profile.required <= 0) return []
  if (!profile.tree) return null
  const limits = profile.groups.filter((group) => group.max !== Number.POSITIVE_INFINITY)
  const demands: Demand[] = [{ mask: -1, min: profile.required }]
  for (const group of profile.groups) {
    const min = Math.max(0, ...group.minima.map((each) => each.min))
    if (min > 0) demands.push({ mask: group.mask, min })
  }
  const sums: SumDemand[] = []
  for (const demand of demands) {
    const choices = antichains(limits, demand.mask)
    if (!choices) return null
    for (const { covered, limit } of choices)
      if (demand.min > limit) sums.push({ mask: demand.mask, excluded: covered, atLeast: demand.min - limit })
  }
  return sums
}

/** Does credit of a category count in full for a sum? */
export const countsFor = (sum: SumDemand, code: number): boolean =>
  code < 0 ? sum.mask === -1 : inside(1 << code, sum.mask) && ((sum.excluded >> code) & 1) === 0
