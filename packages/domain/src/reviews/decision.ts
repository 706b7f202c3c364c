import { type Amount, addAmounts, err, ok, type Result, ZERO } from '../kernel/index.ts'
import type { CreditLine } from '../ledger/index.ts'
import type { Outcome } from './submission.ts'

/** Why a reviewer gave less than was asked, or nothing. The words for people stand in the apps. */
export const REASON_CODES = [
  'evidence-unreadable',
  'evidence-does-not-show-it',
  'provider-not-accepted',
  'content-not-related',
  'outside-the-dates',
  'already-credited',
  'more-than-the-rule-allows',
  'card-not-accepted',
  'other',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export interface ReviewDecision {
  readonly outcome: Outcome
  /** What is to be credited; empty where refused. */
  readonly credits: readonly CreditLine[]
  readonly reasonCode: ReasonCode | null
  readonly note: string | null
}

export type DecisionRefusal =
  | 'decision.reason-missing'
  | 'decision.note-missing'
  | 'decision.nothing-credited'
  | 'decision.credited-though-refused'
  | 'decision.more-than-asked'
  | 'decision.not-as-asked'
  | 'decision.not-in-part'
  | 'decision.line-twice'

/**
 * Whether a decision on an activity agrees with what was asked: in full is exactly what was asked; in part is less for
 * at least one body, more for none (a reviewer may move credits between categories of one body); refused gives nothing.
 * Less than all needs a reason, the reason `other` a note.
 */
export function judgeDecision(
  asked: readonly CreditLine[],
  decision: ReviewDecision,
): Result<readonly CreditLine[], DecisionRefusal> {
  const { outcome, credits } = decision
  const reasoned = judgeReason(decision)
  if (!reasoned.ok) return reasoned
  if (outcome === 'refused') return credits.length === 0 ? ok([]) : err('decision.credited-though-refused')
  if (new Set(credits.map(lineKey)).size !== credits.length) return err('decision.line-twice')
  if (credits.length === 0 || credits.some((line) => line.amount <= 0)) return err('decision.nothing-credited')
  if (outcome === 'approved') return sameLines(asked, credits) ? ok(credits) : err('decision.not-as-asked')
  const wanted = totals(asked)
  const given = totals(credits)
  for (const [pack, amount] of given) if (amount > (wanted.get(pack) ?? ZERO)) return err('decision.more-than-asked')
  const less = [...wanted].some(([pack, amount]) => (given.get(pack) ?? ZERO) < amount)
  return less ? ok(credits) : err('decision.not-in-part')
}

/** Less than all needs a reason; the reason that says nothing by itself needs a note. */
export function judgeReason({
  outcome,
  reasonCode,
  note,
}: Omit<ReviewDecision, 'credits'>): Result<true, 'decision.reason-missing' | 'decision.note-missing'> {
  if (outcome !== 'approved' && reasonCode === null) return err('decision.reason-missing')
  if (reasonCode === 'other' && !note?.trim()) return err('decision.note-missing')
  return ok(true)
}

const lineKey = (line: CreditLine): string => `${line.packId}\u0000${line.category}`

const sameLines = (a: readonly CreditLine[], b: readonly CreditLine[]): boolean => {
  const amounts = new Map(a.map((line) => [lineKey(line), line.amount]))
  return a.length === b.length && b.every((line) => amounts.get(lineKey(line)) === line.amount)
}

function totals(lines: readonly CreditLine[]): ReadonlyMap<string, Amount> {
  const sums = new Map<string, Amount>()
  for (const line of lines) sums.set(line.packId, addAmounts(sums.get(line.packId) ?? ZERO, line.amount))
  return sums
}
