import type { Amount, Day, DaySpan } from '../kernel/index.ts'

/** How an activity gave its credits; packs may cap, exclude or price some kinds. */
export type AwardKind =
  | 'course'
  | 'petition'
  | 'certification'
  | 'presenting'
  | 'speaking'
  | 'committee'
  | 'cpr-course'
  | 'carry'

/** What was decided about an award in the end; the dates beside it say from when that was known. */
export type AwardDecision = 'approved' | 'pending' | 'denied' | 'revoked'

/** Credits given to a person for one activity, in the unit of the pack under which they are judged. */
export interface Award {
  readonly id: string
  /** The day the activity was finished: it alone decides the cycle. */
  readonly completedOn: Day
  readonly kind: AwardKind
  readonly decision: AwardDecision
  /** A category code of the pack, or null where the pack has none or the activity fits none. */
  readonly category: string | null
  /** In thousandths of the pack's unit; null where `minutes` or `faceValue` decide. */
  readonly credits: Amount | null
  /** Contact minutes; where given they decide, converted by the pack. */
  readonly minutes?: number | undefined
  /** What another body calls it, in that body's unit; used where the pack names a rate. */
  readonly faceValue?: { readonly value: Amount; readonly unit: string } | undefined
  readonly title?: string | undefined
  readonly filedOn?: Day | undefined
  readonly approvedOn?: Day | undefined
  readonly deniedOn?: Day | undefined
  readonly revokedOn?: Day | undefined
  /** The day the organisation learned of the award; unknown before it. Absent: known on the day it was completed. */
  readonly knownOn?: Day | undefined
  /** The same course again has the same id here. */
  readonly courseId?: string | undefined
  /** The same talk again has the same topic. */
  readonly topic?: string | undefined
  /** The activity of which this is one part; parts share what is limited per activity. */
  readonly splitOf?: string | undefined
  /** The label of the cycle that consumed it. */
  readonly usedIn?: string | undefined
  /** Credentials (pack ids or names) for which alone it is valid. */
  readonly onlyFor?: readonly string[] | undefined
  /** True where the certifying body itself gave the activity. */
  readonly issuerOwn?: boolean | undefined
  /** The days on which its provider was approved for this offering. */
  readonly providerApproval?: DaySpan | undefined
}

/** A prerequisite card such as CPR/AED. */
export interface Card {
  /** `cpr-aed`, `cpr`, `cpr-a`, `ecc` … */
  readonly type: string
  readonly issuer: string | null
  readonly issuedOn: Day
  /** The last valid day as printed; null: it follows from the issuer's rule. */
  readonly validThrough: Day | null
  readonly handsOn: boolean
  /** The day the organisation learned of the card. Absent: known on the day it was issued. */
  readonly knownOn?: Day | undefined
}
