import type { CourseApproval } from './approvals.ts'

/** What of a list of approvals makes no sense. */
export interface CreditFault {
  /** Which of them. */
  readonly index: number
  readonly field: 'pack' | 'category' | 'amount' | 'to' | 'twice'
}

/** Packs by their ids, with the codes of the categories that each knows. */
export type KnownPacks = ReadonlyMap<string, readonly string[]>

const MOST = 1_000_000

/**
 * The first fault of a list of approvals, or nothing. On no day may one body give twice for one category: a completion
 * would be awarded twice.
 */
export function creditFault(approvals: readonly CourseApproval[], packs: KnownPacks): CreditFault | null {
  for (const [index, approval] of approvals.entries()) {
    const { packId, category, amount, from, to } = approval
    const categories = packs.get(packId)
    if (!categories) return { index, field: 'pack' }
    if (category !== '' && !categories.includes(category)) return { index, field: 'category' }
    if (amount <= 0 || amount > MOST) return { index, field: 'amount' }
    if (to !== null && to < from) return { index, field: 'to' }
    if (approvals.slice(0, index).some((other) => overlap(other, approval))) return { index, field: 'twice' }
  }
  return null
}

const overlap = (one: CourseApproval, other: CourseApproval): boolean =>
  one.packId === other.packId &&
  one.category === other.category &&
  (one.to === null || one.to >= other.from) &&
  (other.to === null || other.to >= one.from)
