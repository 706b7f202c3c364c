import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Day } from '../kernel/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { type CourseOption, type NextStepInput, nextStep } from './next-step.ts'
import type { Standing } from './standing.ts'

const amount = (n: number): Amount => n as Amount
const NEXT = { from: 20_731 as Day, to: 21_461 as Day }

/** A pool of one total without caps, which a card may hold up. */
function pool(counted: number, wasted: number, others: readonly string[] = []): Standing {
  const needed = Math.max(0, 2000 - counted)
  const missing = [...(needed > 0 ? ['credits'] : []), ...others]
  return {
    status: 'active',
    inForce: true,
    required: amount(2000),
    counted: amount(counted),
    needed: amount(needed),
    wasted: amount(wasted),
    missing,
    rejected: [],
    cycle: { from: 20_000 as Day, to: 20_730 as Day },
    expiresOn: 20_730 as Day,
    canRenew: missing.length === 0,
    earnBy: 20_820 as Day,
    fileFrom: 20_000 as Day,
    fileBy: 21_095 as Day,
    nextChangeOn: null,
    lateFee: null,
    renewalFee: null,
    carriedOut: null,
    nextCycle: NEXT,
    nextExpiresOn: NEXT.to,
    gap: null,
    prerequisiteGap: null,
    prerequisiteValidThrough: null,
    secondTotals: [],
    alsoRenews: null,
    alsoRenewedBy: null,
  }
}

type Worth = Readonly<Record<string, number>>

function input(
  start: number,
  worth: Worth,
  options: readonly CourseOption[],
  others: readonly string[] = [],
): NextStepInput {
  const after = (taken: readonly CourseOption[]): Standing => {
    const sum = start + taken.reduce((total, option) => total + (worth[option.id] ?? 0), 0)
    return pool(Math.min(2000, sum), Math.max(0, sum - 2000), others)
  }
  return { standing: after([]), applied: false, options, after }
}

const owned = (id: string): CourseOption => ({ id, hold: 'owned' })
const started = (id: string): CourseOption => ({ id, hold: 'started' })
const offered = (id: string): CourseOption => ({ id, hold: 'offered' })

describe('the next step', () => {
  it('of somebody who owns two courses and needs one: take one, keep the other, and say what both would waste', () => {
    expect(nextStep(input(100, { ces: 1900, pes: 1900 }, [owned('ces'), owned('pes')]))).toEqual({
      code: 'take-one',
      courses: ['ces', 'pes'],
      keep: { courses: [], waste: 1900, from: NEXT.from },
    })
  })

  it('finishes what is begun, and keeps the other', () => {
    expect(nextStep(input(100, { ces: 1900, pes: 1900 }, [owned('pes'), started('ces')]))).toEqual({
      code: 'take',
      courses: ['ces'],
      started: true,
      keep: { courses: ['pes'], waste: 1900, from: NEXT.from },
    })
  })

  it('applies once everything is there, and still keeps the rest', () => {
    expect(nextStep(input(2000, { pes: 1900 }, [owned('pes')]))).toEqual({
      code: 'renew',
      by: 20_730,
      keep: { courses: ['pes'], waste: 1900, from: NEXT.from },
    })
    const late = { ...input(2000, {}, []), standing: { ...pool(2000, 0), status: 'grace' as const } }
    expect(nextStep(late)).toEqual({ code: 'renew', by: 21_095, keep: null })
    expect(nextStep({ ...input(2000, {}, []), applied: true })).toEqual({ code: 'application-open' })
  })

  it('prefers what is owned to what wastes less but must be bought', () => {
    const step = nextStep(input(100, { big: 2500, fit: 1900 }, [offered('fit'), owned('big')]))
    expect(step).toMatchObject({ code: 'take', courses: ['big'] })
  })

  it('combines courses where none is enough, and says what then is missing', () => {
    expect(nextStep(input(100, { a: 1000, b: 900 }, [owned('a'), owned('b')]))).toMatchObject({
      code: 'take',
      courses: ['a', 'b'],
    })
    expect(nextStep(input(100, { a: 1000 }, [owned('a')]))).toEqual({
      code: 'take-and-earn',
      courses: ['a'],
      needed: 900,
    })
    expect(nextStep(input(100, {}, []))).toMatchObject({ code: 'earn', needed: 1900 })
  })

  it('asks for the card, the duty or patience where credits are not what is missing', () => {
    expect(nextStep(input(2000, {}, [], ['cpr-aed:hands-on']))).toEqual({
      code: 'card',
      type: 'cpr-aed',
      detail: 'hands-on',
    })
    expect(nextStep(input(2000, {}, [], ['annual:2027:fee']))).toEqual({ code: 'duty', duty: '2027:fee' })
    expect(nextStep(input(2000, {}, [], ['renewal-window']))).toEqual({ code: 'wait', from: 20_000 })
    expect(nextStep(input(2000, {}, [], ['audit']))).toEqual({ code: 'audit' })
  })

  it('has nothing to offer where it is too late, and nothing to ask of what never expires', () => {
    expect(nextStep(input(100, { a: 1900 }, [owned('a')], ['submission-window']))).toEqual({
      code: 'out-of-time',
      expiredOn: 20_730,
    })
    const never = { ...input(0, {}, []), standing: { ...pool(0, 0), status: 'permanent' as const } }
    expect(nextStep(never)).toEqual({ code: 'permanent' })
  })

  it('never recommends what wastes more than another choice of the own courses, and what it calls enough is enough', () => {
    const option = fc.record({
      hold: fc.constantFrom('started' as const, 'owned' as const),
      worth: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(option, { maxLength: 5 }), fc.integer({ min: 0, max: 19 }), (drawn, start) => {
        const worth: Record<string, number> = {}
        const options = drawn.map(({ hold, worth: tenths }, index) => {
          worth[`c${index}`] = tenths * 100
          return { id: `c${index}`, hold }
        })
        const given = input(start * 100, worth, options)
        const step = nextStep(given)
        const pick = (ids: readonly string[]): Standing => given.after(options.filter((o) => ids.includes(o.id)))
        const singles = options.map((o) => pick([o.id])).filter((s) => s.needed === 0)
        if (step.code === 'take-one') for (const id of step.courses) expect(pick([id]).needed).toBe(0)
        if (step.code === 'take') expect(pick(step.courses).needed).toBe(0)
        if (step.code === 'take' || step.code === 'take-one') {
          const chosen = pick(step.code === 'take' ? step.courses : step.courses.slice(0, 1)).wasted
          for (const single of singles) expect(chosen).toBeLessThanOrEqual(single.wasted)
        } else expect(singles).toEqual([])
        if (step.code === 'take-and-earn') expect(step.needed).toBe(pick(step.courses).needed)
      }),
      runs(3000),
    )
  })
})
