import { type Amount, type Day, parseDay } from '@gs/domain'
import type { HoldingFacts } from '@gs/domain/credentials'
import type { Award, AwardKind, Card } from '@gs/domain/rules'
import type { PersonFacts, StoredEntry, StoredHolding } from './person-facts.ts'

/** Reads a date that the database gave; it holds no others. */
export function storedDay(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(`the database holds ${text} as a date`)
  return parsed.value
}

const optional = (text: string | null): Day | undefined => (text === null ? undefined : storedDay(text))

/** The facts of one holding as the rules read them: only what its own pack gives credits for. */
export function factsOfHolding(holding: StoredHolding, person: PersonFacts): HoldingFacts {
  return {
    ...holding.facts,
    issuedOn: storedDay(holding.issuedOn),
    alsoHolds: person.holdings
      .filter((other) => other.id !== holding.id)
      .map((other) => ({ credential: other.packId, expiresOn: optional(other.cycles.at(-1)?.to ?? null) ?? null })),
    events: holding.renewals.map((renewal) => ({
      type: 'renewed' as const,
      on: storedDay(renewal.on),
      for: `cycle ${renewal.cycle}`,
      using: person.entries
        .filter((entry) => renewal.entries.includes(entry.id))
        .flatMap((entry) => awardsOf(entry, holding.packId).map((award) => award.id)),
      knownOn: storedDay(renewal.knownOn),
    })),
    awards: person.entries.flatMap((entry) => awardsOf(entry, holding.packId)),
    cards: person.cards.map(cardOf),
  }
}

function cardOf(card: PersonFacts['cards'][number]): Card {
  return {
    type: card.type,
    issuer: card.issuer,
    issuedOn: storedDay(card.issuedOn),
    validThrough: optional(card.validThrough) ?? null,
    handsOn: card.handsOn,
    knownOn: storedDay(card.knownOn),
  }
}

/** An entry's lines for one pack; of several lines each is a part of the same activity. */
function awardsOf(entry: StoredEntry, packId: string): Award[] {
  const lines = entry.credits.filter((line) => line.packId === packId)
  return lines.map((line) => ({
    id: lines.length === 1 ? entry.id : `${entry.id}:${line.category}`,
    completedOn: storedDay(entry.completedOn),
    kind: entry.type as AwardKind,
    decision: entry.reversedOn === null ? 'approved' : 'revoked',
    category: line.category === '' ? null : line.category,
    credits: line.amount as Amount,
    title: entry.activity,
    filedOn: optional(entry.filedOn),
    approvedOn: optional(entry.approvedOn),
    revokedOn: optional(entry.reversedOn),
    knownOn: storedDay(entry.knownOn),
    courseId: entry.courseId ?? undefined,
    splitOf: lines.length === 1 ? undefined : entry.id,
  }))
}
