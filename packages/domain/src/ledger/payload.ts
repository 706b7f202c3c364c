import { formatDay } from '../kernel/index.ts'
import type { BodyDays, CreditLine, LedgerEntry } from './entry.ts'

/**
 * The version of the byte format below; kept beside every entry so that old entries stay checkable. The second adds the
 * days of single bodies, and is that of entries alone which have such.
 */
export const payloadFormatOf = (entry: LedgerEntry): 1 | 2 => (daysOf(entry).length > 0 ? 2 : 1)

const daysOf = (entry: LedgerEntry) => (entry.kind === 'award' ? (entry.bodyDays ?? []) : [])

const byPack = (a: BodyDays, b: BodyDays): number => (a.packId < b.packId ? -1 : 1)

/** The days for one body as a payload has them. */
export const bodyDaysText = ({ packId, completedOn, filedOn }: BodyDays) =>
  [packId, formatDay(completedOn), filedOn === null ? null : formatDay(filedOn)] as const

const byPackAndCategory = (a: CreditLine, b: CreditLine): number =>
  a.packId < b.packId ? -1 : a.packId > b.packId ? 1 : a.category < b.category ? -1 : a.category > b.category ? 1 : 0

/** What a payload says, in its order; the last element is that of the second format alone. */
export type Payload = readonly [
  ...[format: number, orgId: string, personId: string, seq: number, id: string, kind: LedgerEntry['kind']],
  ...[completedOn: string, filedOn: string | null, approvedOn: string | null, knownOn: string],
  ...[actorId: string | null, enrollmentId: string | null, submissionId: string | null, reverses: string | null],
  ...[credits: readonly (readonly [packId: string, category: string, amount: number])[]],
  ...[bodyDays?: readonly (readonly [packId: string, completedOn: string, filedOn: string | null])[]],
]

/**
 * The exact text whose UTF-8 bytes are hashed into the chain: a JSON array of ids, dates and amounts in a fixed
 * order. It holds no name, address or free text, so that erasing a person never breaks the chain.
 */
export function payloadOf(entry: LedgerEntry): string {
  const bodyDays = daysOf(entry)
  const payload: Payload = [
    payloadFormatOf(entry),
    entry.orgId,
    entry.personId,
    entry.seq,
    entry.id,
    entry.kind,
    formatDay(entry.completedOn),
    entry.filedOn === null ? null : formatDay(entry.filedOn),
    entry.approvedOn === null ? null : formatDay(entry.approvedOn),
    formatDay(entry.knownOn),
    entry.actorId,
    entry.enrollmentId,
    entry.submissionId,
    entry.kind === 'reversal' ? entry.reverses : null,
    [...entry.credits].sort(byPackAndCategory).map((line) => [line.packId, line.category, line.amount] as const),
  ]
  return JSON.stringify(bodyDays.length === 0 ? payload : [...payload, [...bodyDays].sort(byPack).map(bodyDaysText)])
}
