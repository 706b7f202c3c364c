import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, type HoldingFacts } from '../credentials/index.ts'
import { addDays, type Day, formatDay, parseDay, thousandths } from '../kernel/index.ts'
import { compilePack, parsePack } from '../rules/index.ts'
import { type CreditedCourse, courseWorth } from './index.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const file = new URL('../../../rulepacks/src/packs/nasm-cpt.json', import.meta.url)
const parsed = parsePack(JSON.parse(readFileSync(file, 'utf8')))
if (!parsed.ok) throw new Error('the pack cannot be read')
const pack = compilePack(parsed.value)
const packId = 'nasm-cpt'

/** Certified on 1 March 2026 for two years; a card gives 0.1 of the 2.0 that are needed. */
const facts: HoldingFacts = {
  issuedOn: day('2026-03-01'),
  events: [],
  awards: [],
  cards: [
    {
      type: 'cpr-aed',
      issuer: 'Red Cross',
      issuedOn: day('2026-02-01'),
      validThrough: day('2028-02-29'),
      handsOn: true,
    },
  ],
}
const course = (id: string, amount: number, to: Day | null = null): CreditedCourse => ({
  id,
  approvals: [{ packId, category: '', amount: thousandths(amount), from: day('2020-01-01'), to }],
})
const ces = course('ces', 1900)
const pes = course('pes', 1900)
const ask = (
  of: CreditedCourse,
  planned: readonly CreditedCourse[] = [],
  more: Partial<HoldingFacts> = {},
  on = '2026-11-20',
) => courseWorth({ packId, pack, facts: { ...facts, ...more }, course: of, planned, at: { asOf: day(on) } })

describe('one now, the other in the next cycle', () => {
  it('the first counts in full and completes the cycle', () => {
    expect(ask(ces)).toEqual({
      credits: 1900,
      counts: 1900,
      wastes: 0,
      wastesAlone: 0,
      carries: 0,
      completes: true,
      rejected: null,
      burns: 0,
      burnsAlone: 0,
      fullFrom: null,
    })
  })

  it('the second, begun beside it, would be wasted, and counts in full from the next cycle on', () => {
    const beside = ask(pes, [ces])
    expect(beside).toMatchObject({ credits: 1900, counts: 0, wastes: 1900, wastesAlone: 0, completes: false })
    const from = beside?.fullFrom
    expect(from && formatDay(from)).toBe('2028-03-02')
    expect(ask(pes, [ces, pes])).toEqual(beside)
  })

  it('the second after the first is in the ledger is wasted by itself', () => {
    const award = {
      id: 'a',
      completedOn: day('2026-06-01'),
      kind: 'course' as const,
      decision: 'approved' as const,
      category: null,
      credits: thousandths(1900),
      courseId: 'ces',
    }
    expect(ask(pes, [], { awards: [award] })).toMatchObject({ counts: 0, wastes: 1900, wastesAlone: 1900 })
  })

  it('names no day on which the approval is over', () => {
    const ending = course('pes', 1900, day('2027-12-31'))
    expect(ask(ending, [ces])).toMatchObject({ wastes: 1900, fullFrom: null })
  })

  it('is nothing where the body gives nothing for it today', () => {
    expect(ask(course('old', 1900, day('2025-12-31')))).toBeNull()
    expect(
      courseWorth({ packId: 'other', pack, facts, course: ces, planned: [], at: { asOf: day('2026-11-20') } }),
    ).toBeNull()
  })
})

it('counts, wastes or carries every thousandth that is not refused, and what it says is what evaluating it says', () => {
  const amounts = fc.array(
    fc.integer({ min: 1, max: 25 }).map((tenths) => tenths * 100),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 30 }), fc.nat(700), (planned, own, after) => {
      const on = addDays(day('2026-03-01'), after)
      const others = planned.map((amount, index) => course(`p${index}`, amount))
      const worth = courseWorth({
        packId,
        pack,
        facts,
        course: course('x', own * 100),
        planned: others,
        at: { asOf: on },
      })
      if (!worth) throw new Error('it has a worth on every day')
      expect(worth.counts + worth.wastes + worth.carries).toBe(own * 100)
      expect(worth.wastes).toBeGreaterThanOrEqual(worth.wastesAlone)
      if (worth.fullFrom === null) return
      const later = evaluate(pack, facts, { asOf: worth.fullFrom })
      expect(later.cycle === null || worth.fullFrom > on).toBe(true)
    }),
    { numRuns: 500 },
  )
})
