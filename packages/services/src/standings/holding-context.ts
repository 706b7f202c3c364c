import { type Day, formatDay } from '@gs/domain'
import type { OfferedCourse } from '../courses/offered-courses.ts'
import type { CredentialNames } from './credential-names.ts'
import type { PersonFacts, StoredCard } from './person-facts.ts'

/** What belongs to the holdings of a person beside the facts that the rules read. */
export interface HoldingSurroundings {
  readonly credentials: Readonly<
    Record<string, { readonly kind: 'certification' | 'specialization'; readonly body: string }>
  >
  /** Applications that wait for their decision. */
  readonly applications: readonly { readonly id: string; readonly holdingId: string; readonly appliedOn: string }[]
  /** Newest record of each credential. */
  readonly records: readonly { readonly id: string; readonly credential: string; readonly number: string }[]
}

/** A published course that the person has not finished yet. */
export interface OpenCourse extends OfferedCourse {
  readonly title: string
}

/** What one holding is shown beside. */
export interface HoldingContext {
  readonly person: PersonFacts
  readonly surroundings: HoldingSurroundings
  readonly names: CredentialNames
  readonly courses: readonly OpenCourse[]
  /** The day on which the holding is judged. */
  readonly today: Day
}

/** An award of several categories has the category behind its entry's id. */
export const entryIdOf = (awardId: string): string => awardId.split(':')[0] ?? awardId

/** The card from which a credit comes: of those that are valid on the day the one issued last. */
export function countingCard(person: PersonFacts, on: Day): StoredCard | undefined {
  const day = formatDay(on)
  const issued = person.cards.filter((card) => card.issuedOn <= day)
  return issued.findLast((card) => card.validThrough === null || card.validThrough >= day) ?? issued.at(-1)
}
