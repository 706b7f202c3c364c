import type { Day } from '../kernel/index.ts'

export const RECORD_KINDS = ['certification', 'specialization', 'course'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export type RecordState = 'valid' | 'expired' | 'superseded' | 'revoked'

/** Something that befell an issued record; the record itself never changes. */
export interface RecordEvent {
  readonly kind: 'revoked' | 'superseded'
  readonly knownOn: Day
}

export interface RecordTerm {
  readonly issuedOn: Day
  /** The last valid day; null: it never expires. */
  readonly expiresOn: Day | null
}

/** A day, and by what was known when; default: on the same. */
export interface RecordSeen {
  readonly asOf: Day
  readonly knownAt?: Day | undefined
}

/** The state of a record on a day: revoked goes before superseded, superseded before expired. */
export function recordStateOn(
  term: RecordTerm,
  events: readonly RecordEvent[],
  { asOf, knownAt = asOf }: RecordSeen,
): RecordState {
  const known = events.filter((event) => event.knownOn <= knownAt)
  if (known.some((event) => event.kind === 'revoked')) return 'revoked'
  if (known.some((event) => event.kind === 'superseded')) return 'superseded'
  return term.expiresOn !== null && term.expiresOn < asOf ? 'expired' : 'valid'
}

/**
 * Whether a record has a cause: the published course version that issues on passing, with the enrollment that passed;
 * or the decision of somebody, and then of somebody else than the holder.
 */
export function causeStands(cause: RecordCause): boolean {
  if (cause.kind === 'course-version') return cause.enrollmentId !== null && cause.decidedBy === null
  return cause.decidedBy !== null && cause.decidedBy !== cause.personId
}

export interface RecordCause {
  readonly kind: 'course-version' | 'decision'
  readonly personId: string
  readonly enrollmentId: string | null
  readonly decidedBy: string | null
}
