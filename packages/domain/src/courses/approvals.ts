import type { Amount, Day } from '../kernel/index.ts'
import type { CreditLine } from '../ledger/index.ts'

/** What a course is worth to one body on completion dates inside its approval, in the unit of that body's pack. */
export interface CourseApproval {
  readonly packId: string
  readonly category: string
  readonly amount: Amount
  readonly from: Day
  /** The last day, where there is one. */
  readonly to: Day | null
}

/** The lines of an award for completing the course on a day: one for each body that approves that day. */
export function creditsOn(approvals: readonly CourseApproval[], completedOn: Day): readonly CreditLine[] {
  return approvals
    .filter(({ from, to }) => from <= completedOn && (to === null || completedOn <= to))
    .map(({ packId, category, amount }) => ({ packId, category, amount }))
    .sort((a, b) => compareText(a.packId, b.packId) || compareText(a.category, b.category))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
