import { addDays, type Day, formatDay } from '@gs/domain'
import type { Allocation, NextStep, Standing } from '@gs/domain/credentials'
import { countingCard, entryIdOf, type HoldingContext } from './holding-context.ts'
import type { HoldingStanding } from './judge-holding.ts'
import { daysUnder, type PersonFacts, type StoredEntry, type StoredHolding } from './person-facts.ts'

/** One term of a holding on the timeline. */
export interface CycleView {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly state: 'past' | 'current' | 'ahead'
  /** The day on which it was renewed. */
  readonly renewedOn: string | null
  /** Credits completed in it, for this holding's body. */
  readonly earned: number
}

/** Credits on the time axis. `planned`: begun, or best left for that day. */
export interface TimelineMark {
  readonly id: string
  readonly kind: 'earned' | 'planned' | 'atRisk'
  readonly day: string
  readonly titles: readonly string[]
  readonly amount: number | null
}

/** Past cycles as they were recorded, the current one as the rules have it, and the next. */
export function cyclesOf({ holding, standing }: HoldingStanding, person: PersonFacts): readonly CycleView[] {
  const earnedIn = (from: string, to: string): number =>
    person.entries
      .filter((entry) => {
        const { completedOn } = daysUnder(entry, holding.packId)
        return entry.reversedOn === null && from <= completedOn && completedOn <= to
      })
      .reduce((sum, entry) => sum + worthOf(entry, holding.packId), 0)
  const current = holding.cycles.at(-1)?.number ?? 1
  const stored = onRecord(holding, standing).flatMap(({ number, from, to }): CycleView[] => {
    if (to === null) return []
    const renewedOn = holding.renewals.find((renewal) => renewal.cycle === number)?.on ?? null
    return [{ number, from, to, state: number === current ? 'current' : 'past', renewedOn, earned: earnedIn(from, to) }]
  })
  const next = standing.nextCycle
  if (!next || stored.length === 0) return stored
  const ahead = { number: current + 1, from: formatDay(next.from), to: formatDay(next.to), renewedOn: null }
  return [...stored, { ...ahead, state: 'ahead', earned: earnedIn(ahead.from, ahead.to) }]
}

/** What is only declared has no cycle on record: the one that the rules give stands for it. */
function onRecord({ cycles, source, issuedOn }: StoredHolding, { cycle }: Standing): StoredHolding['cycles'] {
  if (cycles.length > 0 || source === 'confirmed' || !cycle) return cycles
  return [{ number: 1, from: cycle.from === null ? issuedOn : formatDay(cycle.from), to: formatDay(cycle.to) }]
}

const worthOf = (entry: StoredEntry, packId: string): number =>
  entry.credits.filter((line) => line.packId === packId).reduce((sum, line) => sum + line.amount, 0)

interface MarksContext extends HoldingContext {
  readonly allocations: readonly Allocation[]
  readonly step: NextStep
}

/** What was earned, with what of it nothing needs in the current cycle, and what the next step would add. */
export function marksOf(judged: HoldingStanding, context: MarksContext): readonly TimelineMark[] {
  const { person, allocations } = context
  const from = judged.standing.cycle?.from ?? null
  const used = (entry: StoredEntry): number =>
    allocations.filter(({ awardId }) => entryIdOf(awardId) === entry.id).reduce((sum, { amount }) => sum + amount, 0)
  const earned = person.entries.flatMap((entry): TimelineMark[] => {
    const amount = worthOf(entry, judged.holding.packId)
    if (amount === 0 || entry.reversedOn !== null) return []
    const { completedOn } = daysUnder(entry, judged.holding.packId)
    const current = judged.standing.wasted > 0 && from !== null && completedOn >= formatDay(from)
    const idle = current ? amount - used(entry) : 0
    const mark = { day: completedOn, titles: [entry.activity] }
    return [
      ...(amount > idle ? [{ ...mark, id: entry.id, kind: 'earned' as const, amount: amount - idle }] : []),
      ...(idle > 0 ? [{ ...mark, id: `${entry.id}:idle`, kind: 'atRisk' as const, amount: idle }] : []),
    ]
  })
  return [...earned, ...cardMarks(context), ...plannedMarks(judged, context)]
}

/** The card's credit stands at the day on which the card was issued. */
function cardMarks({ person, allocations, today }: MarksContext): readonly TimelineMark[] {
  const amount = allocations.filter(({ awardId }) => awardId === 'card').reduce((sum, part) => sum + part.amount, 0)
  const card = countingCard(person, today)
  if (amount === 0 || !card) return []
  return [{ id: `card:${card.id}`, kind: 'earned', day: card.issuedOn, titles: [card.type], amount }]
}

function plannedMarks({ standing }: HoldingStanding, { step, courses, today }: MarksContext): readonly TimelineMark[] {
  const titles = (ids: readonly string[]): readonly string[] =>
    courses.filter((course) => ids.includes(course.id)).map((course) => course.title)
  const marks: TimelineMark[] = []
  if ('courses' in step)
    marks.push({
      id: 'planned',
      kind: 'planned',
      day: formatDay(midOf(today, standing.expiresOn)),
      titles: titles(step.courses),
      amount: null,
    })
  const keep = 'keep' in step ? step.keep : null
  if (keep?.from) {
    const kept = keep.courses.length > 0 || !('courses' in step) ? keep.courses : step.courses
    marks.push({
      id: 'kept',
      kind: 'planned',
      day: formatDay(addDays(keep.from, 30)),
      titles: titles(kept),
      amount: null,
    })
  }
  return marks
}

/** No day is chosen yet: it stands in the middle of what is left. */
const midOf = (today: Day, last: Day | null): Day =>
  last !== null && last > today ? addDays(today, Math.floor((last - today) / 2)) : today
