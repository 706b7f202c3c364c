import type { Amount, Day, EntryId, OrgId, PersonId } from '../kernel/index.ts'

/** Credits for one body: a line of an entry, in the unit of the pack. */
export interface CreditLine {
  readonly packId: string
  /** The pack's category, '' where it has none. */
  readonly category: string
  /** Thousandths of the pack's unit; negative in a reversal. */
  readonly amount: Amount
}

/** The days of an entry for one body, where it was another day there when the product put them down itself. */
export interface BodyDays {
  readonly packId: string
  readonly completedOn: Day
  readonly filedOn: Day | null
}

interface EntryCommon {
  readonly id: EntryId
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly seq: number
  readonly completedOn: Day
  readonly filedOn: Day | null
  readonly approvedOn: Day | null
  /** The civil day on which the organisation came to know it. */
  readonly knownOn: Day
  readonly actorId: PersonId | null
  readonly enrollmentId: string | null
  readonly submissionId: string | null
  readonly credits: readonly CreditLine[]
}

export interface AwardEntry extends EntryCommon {
  readonly kind: 'award'
  /** For bodies whose days are not those of the entry; absent: the same for all. */
  readonly bodyDays?: readonly BodyDays[] | undefined
}

export interface ReversalEntry extends EntryCommon {
  readonly kind: 'reversal'
  readonly reverses: EntryId
}

export type LedgerEntry = AwardEntry | ReversalEntry

/** The counter-entry: each line negated, the day of completion kept, known today. */
export function reversalOf(
  award: AwardEntry,
  by: Pick<EntryCommon, 'id' | 'seq' | 'knownOn' | 'actorId'>,
): ReversalEntry {
  const { bodyDays: _, ...same } = award
  return {
    ...same,
    ...by,
    kind: 'reversal',
    reverses: award.id,
    credits: award.credits.map((line) => ({ ...line, amount: -line.amount as Amount })),
  }
}
