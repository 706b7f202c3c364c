import { type Day, formatDay, thousandths } from '../../kernel/index.ts'
import type { Award, Card } from '../../rules/index.ts'
import { on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'

/** Two years, the last day the anniversary itself: of `holding()` 2023-05-10 to 2025-05-10, then to 2027-05-10. */
export const TERM: SampleRule = { primitive: 'term/anniversary', months: 24 }

/** The rule of a plain total. */
export const total = (amount: string): SampleRule => ({ primitive: 'requirement/fixed', amount })

/** Whole credits in thousandths. */
export const credits = (n: number) => thousandths(n * 1000)

/** An approved course of no category, completed on the date. */
export const award = (id: string, date: string, amount: number, fields: Partial<Award> = {}): Award => ({
  id,
  completedOn: on(date),
  kind: 'course',
  decision: 'approved',
  category: null,
  credits: credits(amount),
  ...fields,
})

/** A hands-on CPR card. */
export const card = (issued: string, through: string | null, fields: Partial<Card> = {}): Card => ({
  type: 'cpr',
  issuer: null,
  issuedOn: on(issued),
  validThrough: through === null ? null : on(through),
  handsOn: true,
  ...fields,
})

/** A holding issued on 2023-05-10. */
export const holding = (fields: Partial<HoldingFacts> = {}): HoldingFacts => ({
  issuedOn: on('2023-05-10'),
  events: [],
  awards: [],
  cards: [],
  ...fields,
})

/** A holding whose cycle is given. */
export const dated = (from: string, to: string, fields: Partial<HoldingFacts> = {}): HoldingFacts => ({
  cycleStart: on(from),
  expiresOn: on(to),
  events: [],
  awards: [],
  cards: [],
  ...fields,
})

/** A renewal on the date. */
export const renewed = (
  date: string,
  fields: Partial<Extract<HoldingEvent, { type: 'renewed' }>> = {},
): HoldingEvent => ({ type: 'renewed', on: on(date), ...fields })

/** A day as its date. */
export const text = (day: Day | null | undefined): string | null =>
  day === null || day === undefined ? null : formatDay(day)
