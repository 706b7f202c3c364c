import { type Day, formatDay } from '@gs/domain'
import { type Allocation, allocate, type HoldingFacts, type Standing } from '@gs/domain/credentials'
import type { TraceLine, Words } from '@gs/domain/rules'
import { countingCard, entryIdOf, type HoldingStanding, type PersonFacts } from '../standings/index.ts'

/** The sums on which a renewal rests, as they were on one day: days 'YYYY-MM-DD', amounts in thousandths of `unit`. */
export interface Arithmetic {
  readonly asOf: string
  readonly knownAt: string
  readonly packId: string
  readonly packVersion: number
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly status: string
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly wasted: number
  readonly missing: readonly string[]
  readonly canRenew: boolean | null
  readonly cycle: { readonly from: string | null; readonly to: string } | null
  readonly nextCycle: { readonly from: string; readonly to: string } | null
  readonly lines: readonly ArithmeticLine[]
  readonly trace: readonly TraceLine[]
}

/** A part of an award or of the card, and the requirement that it serves. */
export interface ArithmeticLine {
  readonly source: { readonly kind: 'entry' | 'card'; readonly id: string }
  readonly title: string
  readonly completedOn: string
  readonly requirement: string
  readonly amount: number
}

export interface ArithmeticOn {
  readonly person: PersonFacts
  /** Where they are known already. */
  readonly allocations?: readonly Allocation[]
}

/** The sums of one holding on the day, and by what was known on the day, by which it is judged. */
export function arithmeticOf(
  judged: Pick<HoldingStanding, 'pack' | 'facts' | 'standing' | 'at' | 'trace'>,
  { person, allocations }: ArithmeticOn,
): Arithmetic {
  const { pack, facts, standing, at } = judged
  const { asOf, knownAt } = at
  const parts = allocations ?? allocate(pack, facts, at)
  const lines = parts.map((part) => lineOf(part, { person, facts, asOf }))
  return {
    asOf: formatDay(asOf),
    knownAt: formatDay(knownAt),
    packId: pack.pack.id,
    packVersion: pack.pack.version,
    unit: { singular: pack.pack.unit.singular, plural: pack.pack.unit.plural },
    ...figuresOf(standing),
    lines,
    trace: judged.trace(),
  }
}

const figuresOf = (standing: Standing) => ({
  status: standing.status,
  required: standing.required,
  counted: standing.counted,
  needed: standing.needed,
  wasted: standing.wasted,
  missing: standing.missing,
  canRenew: standing.canRenew,
  cycle: standing.cycle && {
    from: standing.cycle.from === null ? null : formatDay(standing.cycle.from),
    to: formatDay(standing.cycle.to),
  },
  nextCycle: standing.nextCycle && {
    from: formatDay(standing.nextCycle.from),
    to: formatDay(standing.nextCycle.to),
  },
})

function lineOf(
  { awardId, requirement, amount }: Allocation,
  { person, facts, asOf }: { readonly person: PersonFacts; readonly facts: HoldingFacts; readonly asOf: Day },
): ArithmeticLine {
  if (awardId === 'card') {
    const card = countingCard(person, asOf)
    if (!card) throw new Error('a card gives credit that nobody has')
    return { source: { kind: 'card', id: card.id }, title: card.type, completedOn: card.issuedOn, requirement, amount }
  }
  const entry = person.entries.find((each) => each.id === entryIdOf(awardId))
  const award = facts.awards.find(({ id }) => id === awardId)
  if (!entry || !award) throw new Error(`award ${awardId} is allocated and unknown`)
  return {
    source: { kind: 'entry', id: entry.id },
    title: entry.activity,
    completedOn: formatDay(award.completedOn),
    requirement,
    amount,
  }
}
