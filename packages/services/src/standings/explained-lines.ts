import { formatDay } from '@gs/domain'
import { allocate } from '@gs/domain/credentials'
import { entryIdOf } from './holding-context.ts'
import type { HoldingStanding, JudgedOn } from './judge-holding.ts'
import type { PersonFacts, StoredEntry } from './person-facts.ts'
import { storedDay } from './stored-day.ts'

/** An entry of the ledger as the rules read it that day; amounts in thousandths of the unit. */
export interface LineSeen {
  readonly id: string
  /** Its number in the person's ledger; null for a card. */
  readonly seq: number | null
  readonly title: string
  readonly completedOn: string
  readonly filedOn: string | null
  readonly approvedOn: string | null
  readonly knownOn: string
  readonly reversedOn: string | null
  readonly credited: number
  readonly counted: number
  /** `total`, `carry`, `second:CODE` or a category, for each part that counts. */
  readonly serves: readonly string[]
  /** Why the rules refuse it, where they do. */
  readonly rejected: string | null
}

/** What the rules read of the ledger and of the cards: entries known by the day that give something under these rules. */
export function linesOf(
  { pack, facts, standing }: HoldingStanding,
  person: PersonFacts,
  at: JudgedOn,
): readonly LineSeen[] {
  const parts = standing.required ? allocate(pack, facts, at) : []
  const known = (day: string | null): string | null => (day !== null && storedDay(day) <= at.knownAt ? day : null)
  const sumOf = (ids: readonly string[]) => {
    const own = parts.filter(({ awardId }) => ids.includes(awardId))
    return {
      counted: own.reduce((sum, { amount }) => sum + amount, 0),
      serves: [...new Set(own.map(({ requirement }) => requirement))],
    }
  }
  const lineOf = (entry: StoredEntry): LineSeen[] => {
    const awards = facts.awards.filter(({ id }) => entryIdOf(id) === entry.id)
    const [first] = awards
    if (!first || storedDay(entry.knownOn) > at.knownAt || first.completedOn > at.asOf) return []
    const ids = awards.map(({ id }) => id)
    return [
      {
        id: entry.id,
        seq: entry.seq,
        title: entry.activity,
        completedOn: formatDay(first.completedOn),
        filedOn: known(first.filedOn === undefined ? null : formatDay(first.filedOn)),
        approvedOn: known(entry.approvedOn),
        knownOn: entry.knownOn,
        reversedOn: known(entry.reversedOn),
        credited: awards.reduce((sum, { credits }) => sum + (credits ?? 0), 0),
        ...sumOf(ids),
        rejected: standing.rejected.find(({ award }) => ids.includes(award))?.reason ?? null,
      },
    ]
  }
  const byCard = sumOf(['card'])
  const card = byCard.counted > 0 ? person.cards.findLast((each) => storedDay(each.issuedOn) <= at.asOf) : undefined
  return [
    ...person.entries.flatMap(lineOf),
    ...(card
      ? [
          {
            id: card.id,
            seq: null,
            title: `${card.type.toUpperCase()}, ${card.issuer}`,
            completedOn: card.issuedOn,
            filedOn: null,
            approvedOn: null,
            knownOn: card.knownOn,
            reversedOn: null,
            credited: byCard.counted,
            ...byCard,
            rejected: null,
          },
        ]
      : []),
  ]
}
