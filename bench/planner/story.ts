import { type Amount, addMonths, type Day, dayOf } from '@gs/domain'
import { AIMS, type PlanProblem } from '@gs/domain/planner'
import { packOf } from './instances.ts'

/** The seed story: certified today, two specializations owned, cards without a gap, four years. */
export function seedStory(): PlanProblem {
  const issuedOn = dayOf(2026, 1, 15) as Day
  const specialization = {
    hours: 40_000 as Amount,
    price: 899_000 as Amount,
    owned: true,
    repeatable: false,
    availableFrom: null,
    availableUntil: null,
    credits: [{ packId: 'nasm-cpt', credits: 1900 as Amount, category: null }],
    card: null,
  }
  return {
    asOf: issuedOn,
    until: addMonths(issuedOn, 48),
    holdings: [{ id: 'cpt', pack: packOf('nasm-cpt'), held: { issuedOn, events: [] }, awards: [] }],
    cards: [-1, 23, 47].map((months) => ({
      type: 'cpr-aed',
      issuer: null,
      issuedOn: addMonths(issuedOn, months),
      validThrough: addMonths(issuedOn, months + 24),
      handsOn: true,
    })),
    activities: [
      { ...specialization, id: 'ces', name: 'Corrective exercise' },
      { ...specialization, id: 'pes', name: 'Performance enhancement' },
    ],
    hoursPerWeek: null,
    minimise: AIMS,
  }
}
