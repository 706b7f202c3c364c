import { thousandths } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/engine.ts'
import type { At, HoldingFacts } from './facts.ts'
import { carryLimit } from './judge/carry.ts'
import { LARGE } from './judge/count.ts'
import { type Judgement, judge } from './judge/judge.ts'
import { daysOf } from './judge/known.ts'
import { missingOf } from './judge/missing.ts'
import { type Question, type Solved, solve } from './judge/problem.ts'
import { yearsOf } from './judge/years.ts'
import type { Allocation } from './standing.ts'

const codeOf = (pack: CompiledPack, number: number): string | undefined => pack.pack.categories[number]?.code

/** The exact allocation behind a judgement. */
export function allocationOf(pack: CompiledPack, facts: HoldingFacts, judgement: Judgement): Solved {
  const { profile, items, count, span } = judgement
  const fulfilled = missingOf(pack, facts, judgement).length === 0
  const lost = new Set(count.lostYears.map((year) => year.name))
  const question: Question = {
    pack,
    profile,
    items,
    years: profile.required > 0 ? yearsOf(pack, span).filter((year) => !lost.has(year.name)) : [],
    required: profile.required,
    carryMax: fulfilled ? Math.min(carryLimit(pack), LARGE) : 0,
    lastDay: span.to,
  }
  const first = solve(question)
  if (!pack.distinct || count.distinctShort) return first
  return spread(question, first)
}

/** Where one category alone would fill the total, another that is there takes its share: the rule asks for several. */
function spread(question: Question, first: Solved): Solved {
  const { items, profile } = question
  const used = new Set(items.filter((item) => (first.shares.get(item)?.counted ?? 0) > 0).map((item) => item.code))
  const [only] = used
  if (used.size !== 1 || only === undefined || only < 0) return first
  let other = 0
  for (const item of items) if (item.code !== only && item.code >= 0) other = Math.max(other, item.amount)
  if (other === 0) return first
  const group = { mask: 1 << only, minima: [], max: Math.max(0, profile.required - other) }
  return solve({ ...question, profile: { ...profile, groups: [...profile.groups, group] } })
}

/** Which part of which award serves what: one of the best allocations, always the same for the same facts. */
export function allocate(pack: CompiledPack, facts: HoldingFacts, at: At): Allocation[] {
  if (pack.term.primitive === 'term/none') return []
  const judgement = judge(pack, facts, daysOf(at))
  if (!judgement || judgement.cascaded) return []
  const solved = allocationOf(pack, facts, judgement)
  const allocations: Allocation[] = []
  for (const item of judgement.items) {
    const share = solved.shares.get(item)
    const awardId = item.award?.id ?? 'card'
    const requirement = codeOf(pack, item.code) ?? 'total'
    if (share && share.counted > 0) allocations.push({ awardId, requirement, amount: thousandths(share.counted) })
    if (share && share.carried > 0)
      allocations.push({ awardId, requirement: 'carry', amount: thousandths(share.carried) })
  }
  for (const second of judgement.seconds) {
    let left = second.counted
    for (const item of second.items) {
      const amount = Math.min(left, item.amount)
      if (amount <= 0) break
      left -= amount
      allocations.push({
        awardId: item.award?.id ?? 'card',
        requirement: `second:${second.code}`,
        amount: thousandths(amount),
      })
    }
  }
  return allocations
}
