import { contains, type Day, type DaySpan } from '../../kernel/index.ts'
import { type CompiledPack, type Term, yearsInside } from '../../rules/engine.ts'
import type { Item } from './admit.ts'

/** A year of the cycle with a minimum of its own. */
export interface Year {
  readonly name: string
  readonly span: DaySpan
  /** The least that must be earned in it, in thousandths. */
  readonly min: number
  /** Does this item fall into the year and may it serve its minimum? */
  holds(item: Item): boolean
}

/** The years of the cycle for which the pack asks a minimum. */
export function yearsOf(pack: CompiledPack, span: Term): Year[] {
  const { subPeriod } = pack
  if (!subPeriod || span.from === null) return []
  const carryServes = pack.carry?.notForSubPeriods !== true
  return yearsInside(subPeriod.rule.yearStarts, { from: span.from, to: span.to }).map(({ name, span: year }) => ({
    name,
    span: year,
    min: subPeriod.min,
    holds: (item) => contains(year, item.day) && (carryServes || item.award?.kind !== 'carry'),
  }))
}

/** Years that lack something: those still open, and those in which nothing can be made up. */
export function lackingYears({ years, items, asOf }: { years: readonly Year[]; items: readonly Item[]; asOf: Day }): {
  readonly open: readonly { readonly year: Year; readonly lacks: number }[]
  readonly over: readonly Year[]
} {
  const open: { year: Year; lacks: number }[] = []
  const over: Year[] = []
  for (const year of years) {
    let sum = 0
    for (const item of items) if (year.holds(item)) sum += item.amount
    if (sum >= year.min) continue
    // Every year lies inside the cycle, and credits are earned until its last day or longer.
    if (asOf > year.span.to) over.push(year)
    else open.push({ year, lacks: year.min - sum })
  }
  return { open, over }
}
