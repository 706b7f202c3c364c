import { describe, expect, it } from 'vitest'
import { compiledSample, on } from '../rules/testing/sample-pack.ts'
import { asIfRenewed, factsOn } from './as-if-renewed.ts'
import type { HoldingFacts } from './facts.ts'
import { award, card, credits, dated, holding, renewed, TERM, text, total } from './testing/samples.ts'

const pack = compiledSample([TERM, total('10')])
const given = compiledSample([{ primitive: 'term/given', months: 12 }, total('10')])

describe('a holding as if it had been renewed', () => {
  it('is in its next cycle, without what was stated for this one', () => {
    const other = renewed('2024-01-01', { credential: 'ELSE' })
    const facts = holding({
      required: credits(3),
      extendedTo: on('2025-08-01'),
      earnFrom: on('2023-06-01'),
      deficitFromPreviousPeriod: credits(1),
      licensedBy: 'examination',
      events: [
        other,
        renewed('2023-02-01', { for: 'cycle 0' }),
        { type: 'audit', on: on('2024-01-01'), unproven: ['b'] },
        { type: 'reinstated', on: on('2023-05-10') },
      ],
      awards: [
        award('last', '2025-05-10', 1),
        award('first', '2025-05-11', 1),
        award('used', '2025-06-01', 1, { usedIn: 'cycle 2' }),
      ],
      cards: [card('2024-01-01', '2026-01-01')],
    })
    expect(asIfRenewed(pack, { ...facts, events: facts.events.slice(0, 1) }, { asOf: on('2024-06-01') })).toEqual({
      issuedOn: on('2023-05-10'),
      cycleStart: on('2025-05-11'),
      expiresOn: on('2027-05-10'),
      renewalNumber: 2,
      licensedBy: 'examination',
      events: [other],
      awards: [award('first', '2025-05-11', 1)],
      cards: facts.cards,
    })
    expect(asIfRenewed(pack, facts, { asOf: on('2023-06-01') })?.events).toEqual([other])
  })

  it('counts its renewals where they are counted, and nowhere else', () => {
    const at = { asOf: on('2024-06-01') }
    expect(asIfRenewed(given, dated('2024-01-01', '2024-12-31'), at)?.renewalNumber).toBeUndefined()
    expect(asIfRenewed(given, dated('2024-01-01', '2024-12-31', { renewalNumber: 3 }), at)?.renewalNumber).toBe(4)
  })

  it('is nothing without a next cycle', () => {
    const at = { asOf: on('2024-06-01') }
    const plain = compiledSample([{ primitive: 'term/given' }, total('10')])
    expect(asIfRenewed(plain, dated('2024-01-01', '2024-12-31'), at)).toBeNull()
    expect(asIfRenewed(pack, holding({ issuedOn: undefined }), at)).toBeNull()
    expect(asIfRenewed(compiledSample([{ primitive: 'term/none' }]), holding(), at)).toBeNull()
  })
})

describe('the facts that hold on a coming day', () => {
  const facts = holding()
  const span = (of: HoldingFacts | null) => of && [text(of.cycleStart), text(of.expiresOn)]

  it.each([
    ['2024-06-01', [null, null]],
    ['2025-05-10', [null, null]],
    ['2025-05-11', ['2025-05-11', '2027-05-10']],
    ['2027-05-10', ['2025-05-11', '2027-05-10']],
    ['2027-05-11', ['2027-05-11', '2029-05-10']],
    ['2045-01-01', ['2043-05-11', '2045-05-10']],
  ])('%s', (day, expected) => {
    expect(span(factsOn(pack, facts, { asOf: on('2024-06-01') }, on(day)))).toEqual(expected)
  })

  it('are the same ones while the cycle lasts, after a lapse, and for ever where nothing expires', () => {
    expect(factsOn(pack, facts, { asOf: on('2024-06-01') }, on('2025-05-10'))).toBe(facts)
    expect(factsOn(pack, facts, { asOf: on('2025-05-11') }, on('2026-01-01'))).toBe(facts)
    const forever = compiledSample([{ primitive: 'term/none' }])
    expect(factsOn(forever, facts, { asOf: on('2024-06-01') }, on('2090-01-01'))).toBe(facts)
    // On its last day the cycle is not over.
    expect(span(factsOn(pack, facts, { asOf: on('2025-05-10') }, on('2025-05-11')))).toEqual([
      '2025-05-11',
      '2027-05-10',
    ])
  })

  it('stay where no next cycle is known', () => {
    const plain = compiledSample([{ primitive: 'term/given' }, total('10')])
    const last = dated('2024-01-01', '2024-12-31')
    expect(factsOn(plain, last, { asOf: on('2024-06-01') }, on('2026-01-01'))).toBe(last)
  })

  it('know what is known on the day of knowledge', () => {
    const early = holding({ events: [renewed('2025-05-01', { knownOn: on('2025-06-01') })] })
    const asOf = on('2025-05-05')
    expect(factsOn(pack, early, { asOf, knownAt: on('2025-06-01') }, on('2026-01-01'))).toBe(early)
    expect(span(factsOn(pack, early, { asOf }, on('2026-01-01')))).toEqual(['2025-05-11', '2027-05-10'])
    expect(span(factsOn(pack, early, { asOf, knownAt: on('2025-06-01') }, on('2027-06-01')))).toEqual([
      '2027-05-11',
      '2029-05-10',
    ])
  })

  it('look no further than a hundred cycles', () => {
    const monthly = compiledSample([{ primitive: 'term/given', months: 1 }, total('10')])
    const first = dated('2024-01-01', '2024-01-31')
    const at = { asOf: on('2024-01-15') }
    expect(span(factsOn(monthly, first, at, on('2032-04-30')))).toEqual(['2032-04-01', '2032-04-30'])
    expect(factsOn(monthly, first, at, on('2032-05-01'))).toBeNull()
  })
})
