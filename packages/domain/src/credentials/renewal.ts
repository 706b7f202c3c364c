import { type Amount, addAmounts, type DaySpan, err, ok, type PersonId, type Result, ZERO } from '../kernel/index.ts'
import type { Standing } from './standing.ts'

export const RENEWAL_REFUSALS = ['credits', 'card', 'evidence', 'duty', 'filed-in-error', 'other'] as const
/** Why a registrar refuses a renewal; `other` needs words. */
export type RenewalRefusal = (typeof RENEWAL_REFUSALS)[number]

export type RenewalFault = 'decision.own' | 'renewal.decided' | 'renewal.not-possible' | 'renewal.next-cycle-unknown'

export interface RenewalJudgement {
  readonly applicant: PersonId
  readonly decider: PersonId
  readonly status: 'applied' | 'approved' | 'refused' | 'withdrawn'
  /** As of the day of the application, as known today. */
  readonly standing: Standing
}

/** Whether a renewal may be approved, and the cycle that it then opens. Nobody decides for themselves or twice. */
export function judgeApproval({
  applicant,
  decider,
  status,
  standing,
}: RenewalJudgement): Result<DaySpan, RenewalFault> {
  if (applicant === decider) return err('decision.own')
  if (status !== 'applied') return err('renewal.decided')
  if (standing.canRenew !== true) return err('renewal.not-possible')
  return standing.nextCycle ? ok(standing.nextCycle) : err('renewal.next-cycle-unknown')
}

/** A part of an entry or of a card that a renewal spends, in thousandths of the unit of its pack. */
export interface Spending {
  readonly source: string
  readonly amount: Amount
}

/**
 * The sources that would be spent beyond what they hold. `held`: what each holds under the pack; `spent`: what
 * earlier renewals took of it. A source that holds nothing may give nothing.
 */
export function overspent(
  spending: readonly Spending[],
  { held, spent }: { readonly held: ReadonlyMap<string, Amount>; readonly spent: ReadonlyMap<string, Amount> },
): readonly string[] {
  const sums = new Map<string, Amount>()
  for (const { source, amount } of spending) sums.set(source, addAmounts(sums.get(source) ?? ZERO, amount))
  return [...sums]
    .filter(([source, amount]) => addAmounts(amount, spent.get(source) ?? ZERO) > (held.get(source) ?? ZERO))
    .map(([source]) => source)
}
