import { type Amount, formatAmount } from '../../kernel/index.ts'
import { sumTree } from '../allocation/tree.ts'
import { compilePack } from '../pack/compile.ts'
import type { Profile } from '../pack/profile.ts'
import type { Pack } from '../pack/schema.ts'
import { amountOf } from '../primitives/base-values.ts'
import type { Report } from './report.ts'

const PLENTY = 1_000_000_000

/** Contradictions inside one total and its groups. */
function checkProfile(
  profile: Profile,
  { where, allCodes }: { where: string; allCodes: number },
  report: Report,
): void {
  for (const group of profile.groups)
    for (const { label, min } of group.minima)
      if (min > group.max)
        report(
          where,
          `the minimum of ${label} (${text(min)}) is above the maximum of the same categories (${text(group.max)})`,
        )
  if (!profile.tree || profile.required === 0) return
  const empty = sumTree(profile.tree, [], 0)
  if (empty.lacking > profile.required)
    report(
      where,
      `the minima ask for ${text(empty.lacking)} together, more than the total of ${text(profile.required)}`,
    )
  if (allCodes === 0 || profile.grouped !== allCodes) return
  const full = Array.from({ length: allCodes.toString(2).length }, () => PLENTY)
  const most = sumTree(profile.tree, full, 0)
  if (most.usable < profile.required)
    report(
      where,
      `with every category at its maximum only ${text(most.usable)} of ${text(profile.required)} can be reached`,
    )
}

const text = (n: number): string => formatAmount(n as Amount)

/** Minima above totals, maxima that make a total impossible, sums that cannot be met. */
export function checkAmounts(pack: Pack, report: Report): void {
  if (pack.categories.length > 30) return
  const { requirement } = compilePack(pack)
  const allCodes = (1 << pack.categories.length) - 1
  const at = (primitive: string) => `rules[${pack.rules.findIndex((rule) => rule.primitive === primitive)}]`
  if (pack.rules.some((rule) => rule.primitive === 'requirement/fixed'))
    checkProfile(requirement.base, { where: at('requirement/fixed'), allCodes }, report)
  requirement.byCertification.forEach((row, i) => {
    checkProfile(row.profile, { where: `${at('requirement/by-certification-date')}.rows[${i}]`, allCodes }, report)
  })
  requirement.byRenewal.forEach((row, i) => {
    checkProfile(row.profile, { where: `${at('requirement/by-renewal')}.rows[${i}]`, allCodes }, report)
  })
  pack.rules.forEach((rule, i) => {
    if (rule.primitive === 'category/sub-period-minimum' && amountOf(rule.min) > requirement.base.required)
      report(`rules[${i}].min`, 'is above the total of the whole cycle')
    if (rule.primitive === 'lifecycle/carry' && rule.max !== undefined && amountOf(rule.max) === 0)
      report(`rules[${i}].max`, 'is 0: leave the rule out where nothing carries over')
  })
}
