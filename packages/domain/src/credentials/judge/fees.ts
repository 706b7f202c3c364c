import { calendarOf, type Day } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Fee } from '../standing.ts'
import type { Item } from './admit.ts'
import type { Phase } from './phase.ts'
import { familyHeld } from './requirement.ts'

/** Years before this one in which a yearly duty was missed; the year that the late window itself pays for is left out. */
function missedYears(facts: HoldingFacts, asOf: Day, paidYear: number | null): number {
  const now = calendarOf(asOf).year
  const years = new Set<number>()
  for (const { year } of facts.dutiesOpen ?? []) if (year < now && year !== paidYear) years.add(year)
  return years.size
}

/** What filing on this day costs on top: nothing in force, the window's fee when late, and that of missed yearly duties. */
export function lateFee(
  pack: CompiledPack,
  { facts, phase, asOf, last }: { facts: HoldingFacts; phase: Phase; asOf: Day; last: Day },
): Fee | null {
  const duty = pack.rules.one('lifecycle/annual-duty')
  const years = duty ? missedYears(facts, asOf, phase.window ? calendarOf(last).year : null) : 0
  let base: string | null = null
  if (phase.window) base = phase.window.fees.find((fee) => fee.from <= asOf && asOf <= fee.to)?.amount ?? null
  else if (phase.inForce === true) base = '0'
  if (base === null) return null
  const amount = years > 0 && duty ? String(Number(base) + years * Number(duty.missedFee)) : base
  return { amount, currency: pack.pack.currency }
}

/** What a renewal costs, late fees aside; null where nothing is published. */
export function renewalFee(
  pack: CompiledPack,
  { facts, items, required, asOf }: { facts: HoldingFacts; items: readonly Item[]; required: number; asOf: Day },
): Fee | null {
  const { currency } = pack.pack
  const waiver = pack.rules.all('fee/waiver').some((rule) => facts.flags?.includes(rule.flag))
  if (waiver) return { amount: '0', currency }
  const origin = pack.rules.one('fee/renewal-by-origin')
  if (origin) {
    let own = 0
    let all = 0
    for (const { award, amount } of items) {
      if (!award) continue
      all += amount
      if (award.issuerOwn === true) own += amount
    }
    return { amount: own >= required || (own > 0 && own === all) ? origin.allOwn : origin.otherwise, currency }
  }
  const byCount = pack.rules.one('fee/renewal-by-count')
  if (byCount) return { amount: familyHeld(pack, facts, asOf).length > 0 ? byCount.twoOrMore : byCount.one, currency }
  const plain = pack.rules.one('fee/renewal')
  return plain ? { amount: plain.amount, currency } : null
}
