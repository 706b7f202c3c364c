import type { OrgId, PersonId } from '@gs/domain'

/** One person of one organisation. */
export interface PersonKey {
  readonly orgId: OrgId
  readonly personId: PersonId
}

export interface StoredHolding {
  readonly id: string
  readonly credential: string
  readonly packId: string
  readonly issuedOn: string
  readonly knownOn: string
  /** On the certificate, where it was stated. */
  readonly number: string | null
  readonly source: 'confirmed' | 'declared'
  /** Since when a declared one is confirmed; null: never, or from the beginning. */
  readonly confirmedOn: string | null
  /** From which day it is held no longer, and since when that is known. */
  readonly ended: { readonly on: string; readonly knownOn: string } | null
  /** Dates of a cycle stated outright, 'YYYY-MM-DD'. */
  readonly facts: { readonly cycleStart?: string; readonly expiresOn?: string }
  readonly cycles: readonly { readonly number: number; readonly from: string; readonly to: string | null }[]
  readonly renewals: readonly StoredRenewal[]
}

export interface StoredRenewal {
  readonly id: string
  readonly cycle: number
  /** The day it was filed: the one by which rules judge it. */
  readonly on: string
  /** The day it was decided: unknown before. */
  readonly knownOn: string
  readonly entries: readonly string[]
}

export interface StoredEntry {
  readonly id: string
  readonly seq: number
  readonly activity: string
  readonly type: string
  readonly completedOn: string
  readonly filedOn: string | null
  readonly approvedOn: string | null
  readonly knownOn: string
  /** The day on which a counter-entry became known. */
  readonly reversedOn: string | null
  readonly courseId: string | null
  readonly credits: readonly { readonly packId: string; readonly category: string; readonly amount: number }[]
  /** For bodies whose days are not those of the entry. */
  readonly bodyDays?: readonly StoredBodyDays[] | undefined
}

export type StoredBodyDays = readonly [packId: string, completedOn: string, filedOn: string | null]

/** The days of an entry for one body. */
export function daysUnder(
  { completedOn, filedOn, bodyDays }: Pick<StoredEntry, 'completedOn' | 'filedOn' | 'bodyDays'>,
  packId: string | undefined,
): { readonly completedOn: string; readonly filedOn: string | null } {
  const own = bodyDays?.find(([id]) => id === packId)
  return own ? { completedOn: own[1], filedOn: own[2] } : { completedOn, filedOn }
}

export interface StoredCard {
  readonly id: string
  readonly type: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validThrough: string | null
  readonly handsOn: boolean
  readonly knownOn: string
}

/** Everything stored from which the standings of a person follow. */
export interface PersonFacts {
  readonly holdings: readonly StoredHolding[]
  readonly entries: readonly StoredEntry[]
  readonly cards: readonly StoredCard[]
}
