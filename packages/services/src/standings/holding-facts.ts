import type { Amount } from '@gs/domain'
import type { HoldingEvent, HoldingFacts } from '@gs/domain/credentials'
import type { Award, AwardKind, Card } from '@gs/domain/rules'
import { daysUnder, type PersonFacts, type StoredEntry, type StoredHolding } from './person-facts.ts'
import { storedDay, storedDayOrNone } from './stored-day.ts'

/**
 * The facts of one holding as the rules read them: only what its own packs give credits for. `packIds`: the packs of
 * its lineage, the one whose lines hold first. What is only declared does not bear on what is confirmed.
 */
export function factsOfHolding(
  holding: StoredHolding,
  person: PersonFacts,
  packIds: readonly string[] = [holding.packId],
): HoldingFacts {
  const others = person.holdings.filter(
    (other) => other.id !== holding.id && (other.source === 'confirmed' || holding.source === 'declared'),
  )
  return {
    ...statedFacts(holding),
    credential: holding.credential,
    issuedOn: storedDay(holding.issuedOn),
    alsoHolds: others.map((other) => ({ credential: other.credential, expiresOn: lastDayOf(other) ?? null })),
    events: [
      ...holding.renewals.map((renewal) => ({
        ...renewedOn(renewal),
        for: labelOf(holding, renewal.cycle),
        using: person.entries
          .filter((entry) => renewal.entries.includes(entry.id))
          .flatMap((entry) => awardsOf(entry, packIds).map((award) => award.id)),
      })),
      ...others.flatMap((other) =>
        other.renewals.map((renewal) => ({ ...renewedOn(renewal), credential: other.credential })),
      ),
    ],
    awards: person.entries.flatMap((entry) => awardsOf(entry, packIds)),
    cards: person.cards.map(cardOf),
  }
}

/** The dates of a cycle that were stated outright, because the rules count none from the day of certification. */
function statedFacts({ facts }: StoredHolding): Pick<HoldingFacts, 'cycleStart' | 'expiresOn'> {
  return {
    ...(facts.cycleStart === undefined ? {} : { cycleStart: storedDay(facts.cycleStart) }),
    ...(facts.expiresOn === undefined ? {} : { expiresOn: storedDay(facts.expiresOn) }),
  }
}

const lastDayOf = (holding: StoredHolding) =>
  storedDayOrNone(holding.cycles.at(-1)?.to ?? null) ?? storedDayOrNone(holding.facts.expiresOn ?? null)

const renewedOn = (renewal: StoredHolding['renewals'][number]): Extract<HoldingEvent, { type: 'renewed' }> => ({
  type: 'renewed',
  on: storedDay(renewal.on),
  knownOn: storedDay(renewal.knownOn),
})

/** Which cycle a renewal closed: its number where cycles are counted, its last day where they were stated. */
function labelOf(holding: StoredHolding, cycle: number): string {
  const stated = holding.facts.expiresOn === undefined ? null : holding.cycles.find((each) => each.number === cycle)?.to
  return stated ? `until ${stated}` : `cycle ${cycle}`
}

function cardOf(card: PersonFacts['cards'][number]): Card {
  return {
    type: card.type,
    issuer: card.issuer,
    issuedOn: storedDay(card.issuedOn),
    validThrough: storedDayOrNone(card.validThrough) ?? null,
    handsOn: card.handsOn,
    knownOn: storedDay(card.knownOn),
  }
}

/** An entry's lines for the first of the packs that gives it any; of several lines each is a part of the same activity. */
function awardsOf(entry: StoredEntry, packIds: readonly string[]): Award[] {
  const packId = packIds.find((id) => entry.credits.some((line) => line.packId === id))
  const lines = entry.credits.filter((line) => line.packId === packId)
  const { completedOn, filedOn } = daysUnder(entry, packId)
  return lines.map((line) => ({
    id: lines.length === 1 ? entry.id : `${entry.id}:${line.category}`,
    completedOn: storedDay(completedOn),
    kind: entry.type as AwardKind,
    decision: entry.reversedOn === null ? 'approved' : 'revoked',
    category: line.category === '' ? null : line.category,
    credits: line.amount as Amount,
    title: entry.activity,
    filedOn: storedDayOrNone(filedOn),
    approvedOn: storedDayOrNone(entry.approvedOn),
    revokedOn: storedDayOrNone(entry.reversedOn),
    knownOn: storedDay(entry.knownOn),
    courseId: entry.courseId ?? undefined,
    splitOf: lines.length === 1 ? undefined : entry.id,
  }))
}
