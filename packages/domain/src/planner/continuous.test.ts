import { describe, expect, it } from 'vitest'
import { formatDay } from '../kernel/index.ts'
import type { Card } from '../rules/index.ts'
import { compiledSample, on } from '../rules/testing/sample-pack.ts'
import { continuousTests, gapStarts } from './continuous.ts'
import { cyclesOf, type PlannedActivity, type PlanProblem } from './index.ts'

const pack = compiledSample([
  { primitive: 'term/given', months: 24 },
  { primitive: 'requirement/fixed', amount: '10' },
  { primitive: 'prerequisite/continuous', type: 'cpr', handsOn: true },
])

const course = (id: string, validMonths: number, changes: Partial<PlannedActivity> = {}): PlannedActivity => ({
  id,
  name: id,
  hours: 1000 as PlannedActivity['hours'],
  price: 1000 as PlannedActivity['price'],
  owned: false,
  repeatable: true,
  availableFrom: null,
  availableUntil: null,
  credits: [],
  card: { type: 'cpr', validMonths },
  ...changes,
})

const cardOf = (from: string, to: string, handsOn = true): Card => ({
  type: 'cpr',
  issuer: null,
  issuedOn: on(from),
  validThrough: on(to),
  handsOn,
})

/** The days on which a gap may begin in 2026 and 2027, asked on a day of 2026. */
function startsOf(asOf: string, cards: readonly Card[], activities: readonly PlannedActivity[]): string[] {
  const held = { cycleStart: on('2026-01-01'), expiresOn: on('2027-12-31'), events: [] }
  const problem: PlanProblem = {
    asOf: on(asOf),
    until: on('2027-12-31'),
    holdings: [{ id: 'h', pack, held, awards: [] }],
    cards,
    activities,
    hoursPerWeek: null,
    minimise: ['unmet', 'waste', 'price', 'hours'],
  }
  const tests = cyclesOf(problem).flatMap((cycle) => continuousTests(problem, cycle))
  return gapStarts(problem, tests, new Map(activities.map((_, index) => [index, []])))
    .sort((a, b) => a - b)
    .map(formatDay)
}

describe('days on which a gap may begin', () => {
  const first = cardOf('2025-06-01', '2026-05-31')

  it('follow from the held cards, and then card after card', () => {
    expect(startsOf('2026-02-01', [first], [course('year', 12)])).toEqual(['2026-06-01', '2027-06-02'])
    expect(startsOf('2026-02-01', [first, cardOf('2027-05-01', '2027-10-31')], [course('year', 12)])).toEqual([
      '2026-06-01',
      '2027-11-01',
    ])
  })

  it('end where no course is left to be taken', () => {
    const once = [course('half', 6, { repeatable: false })]
    expect(startsOf('2026-02-01', [first], once)).toEqual(['2026-06-01', '2026-12-02'])
    const gone = [course('half', 6, { availableUntil: on('2026-03-31') })]
    expect(startsOf('2026-02-01', [first], gone)).toEqual(['2026-06-01', '2026-10-01'])
  })

  it('are none where nothing is open, or where a past day is', () => {
    expect(startsOf('2026-02-01', [cardOf('2025-06-01', '2027-12-31')], [course('year', 12)])).toEqual([])
    expect(startsOf('2026-02-01', [cardOf('2025-01-01', '2026-01-30')], [course('year', 12)])).toEqual([])
    expect(startsOf('2026-02-01', [cardOf('2025-06-01', '2026-05-31', false)], [course('year', 12)])).toEqual([])
    expect(startsOf('2026-01-31', [cardOf('2025-01-01', '2026-01-30')], [course('year', 12)])).toContain('2026-01-31')
  })
})
