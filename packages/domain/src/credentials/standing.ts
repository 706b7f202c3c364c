import type { Amount, Day, DaySpan } from '../kernel/index.ts'
import type { MissingCode, RejectionReason, StandingStatus } from '../rules/index.ts'

export interface Rejected {
  readonly award: string
  readonly reason: RejectionReason
}

/** Money as published: a decimal string and the currency beside it. */
export interface Fee {
  readonly amount: string
  readonly currency: string
}

/** A total of its own beside the main one (hours taught beside hours trained). */
export interface SecondTotal {
  readonly code: string
  readonly required: Amount
  readonly counted: Amount
  readonly needed: Amount
}

/** How a holding stands on a day, as known on a day. Amounts are thousandths of the pack's unit. */
export interface Standing {
  readonly status: StandingStatus
  /** May the holder present the credential? null where the publisher does not say. */
  readonly inForce: boolean | null
  /** null where nothing is asked of this credential by itself. */
  readonly required: Amount | null
  readonly counted: Amount | null
  readonly needed: Amount | null
  readonly wasted: Amount
  readonly missing: readonly MissingCode[]
  readonly rejected: readonly Rejected[]
  /** The current cycle; `from` is null where only its end is known. */
  readonly cycle: { readonly from: Day | null; readonly to: Day } | null
  readonly expiresOn: Day | null
  readonly canRenew: boolean | null
  /** The last day on which credits can still be earned for this cycle; null: no such day. */
  readonly earnBy: Day | null
  readonly fileFrom: Day | null
  /** The last day on which a renewal of this cycle, late windows included, is accepted; null: no such day. */
  readonly fileBy: Day | null
  /** The first later day on which this answer differs with no new fact; null: never. */
  readonly nextChangeOn: Day | null
  /** null: not published, or not asked. */
  readonly lateFee: Fee | null
  readonly renewalFee: Fee | null
  readonly carriedOut: Amount | null
  readonly nextCycle: DaySpan | null
  readonly nextExpiresOn: Day | null
  /** The time between a lapse and a reinstatement. */
  readonly gap: DaySpan | null
  readonly prerequisiteGap: DaySpan | null
  readonly prerequisiteValidThrough: Day | null
  readonly secondTotals: readonly SecondTotal[]
  /** Those of `alsoHolds` that a renewal of this holding renews too; null where nothing else is held. */
  readonly alsoRenews: readonly string[] | null
  readonly alsoRenewedBy: string | null
}

/** A part of an award (or of the card) and what it serves. */
export interface Allocation {
  /** `card` for the credit that a card gives. */
  readonly awardId: string
  /** `total`, `carry`, `second:CODE`, or the category it fills. */
  readonly requirement: string
  readonly amount: Amount
}
