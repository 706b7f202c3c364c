import { capsOf, trim } from '../credentials/judge/caps.ts'
import { isCarryable } from '../credentials/judge/carry.ts'
import { creditsOf } from '../credentials/judge/credits.ts'
import { cardItems, type Judgement, judge } from '../credentials/judge/judge.ts'
import type { Day } from '../kernel/index.ts'
import type { PlannedCycle } from './cycles.ts'
import { awardOf, creditFor } from './judge.ts'
import type { PlannedActivity, PlanProblem } from './problem.ts'

/** What one credit is worth to a cycle. */
export interface Supply {
  readonly day: Day
  /** All of it, as far as it may be wasted. */
  readonly amount: number
  /** What is left of it under the limits on single awards. */
  readonly usable: number
  /** Number of the category, -1 for none. */
  readonly code: number
  readonly carryable: boolean
  /** False for carried-in credit where it fills no yearly minimum. */
  readonly servesYears: boolean
}

/** What an activity gives to a cycle when it is finished on `day`; null for nothing. */
export function supplyOf(cycle: PlannedCycle, activity: PlannedActivity, day: Day): Supply | null {
  const { pack } = cycle
  const credit = creditFor(activity, pack.pack.id)
  if (!credit) return null
  const award = awardOf(activity, credit, { day, nth: 0 })
  const amount = creditsOf(pack, award)
  const code = credit.category === null ? -1 : (pack.codes.get(credit.category) ?? -1)
  const item = { award, amount, code, day }
  const usable = trim(capsOf(pack, [item]), [item])?.[0] ?? amount
  return {
    day,
    amount,
    usable,
    code,
    carryable: isCarryable(pack, item, cycle.to),
    servesYears: true,
  }
}

/** What the holder has already for a cycle, card credit aside; null where its limits are a choice of their own. */
export function heldSupply(problem: PlanProblem, cycle: PlannedCycle): { judged: Judgement; items: Supply[] } | null {
  const { pack } = cycle
  const awards = problem.holdings[cycle.holding]?.awards ?? []
  const judged = judge(pack, { ...cycle.facts, awards }, { asOf: cycle.to, knownAt: cycle.to })
  if (!judged) return null
  const items = judged.items.filter((item) => item.award !== null)
  const amounts = trim(capsOf(pack, items), items)
  if (!amounts) return null
  return {
    judged,
    items: items.map((item, i) => ({
      day: item.day,
      amount: item.amount,
      usable: amounts[i] ?? 0,
      code: item.code,
      carryable: isCarryable(pack, item, cycle.to),
      servesYears: !(item.award?.kind === 'carry' && pack.carry?.notForSubPeriods === true),
    })),
  }
}

/** The credit that passing all tests of cards gives in a cycle. */
export function cardSupply(cycle: PlannedCycle): Supply[] {
  const passed = cycle.pack.cards.map(({ rule }) => ({ rule, missing: null, through: null, gap: null }))
  return cardItems(cycle.pack, passed, cycle.to).map(({ amount, code, day }) => ({
    day,
    amount,
    usable: amount,
    code,
    carryable: false,
    servesYears: true,
  }))
}
