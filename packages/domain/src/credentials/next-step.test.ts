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

  it('of somebody who can renew is by the last day that costs nothing, and keeps what would be wasted', () => {
    const at = (status: Standing['status'], fields: Partial<Standing> = {}) =>
      nextStep({ ...input(2000, {}, []), standing: { ...pool(2000, 0), status, ...fields } })
    expect(at('due_soon')).toEqual({ code: 'renew', by: 20_730, keep: null })
    expect(at('late', { fileBy: null })).toEqual({ code: 'renew', by: 20_730, keep: null })
    expect(at('active', { expiresOn: null })).toEqual({ code: 'renew', by: null, keep: null })
    const none = input(2000, { nought: 0, big: 500 }, [owned('nought'), offered('big')])
    expect(nextStep(none)).toEqual({ code: 'renew', by: 20_730, keep: null })
    const unknown = input(2000, { pes: 500 }, [owned('pes')])
    expect(nextStep({ ...unknown, standing: { ...unknown.standing, nextCycle: null } })).toMatchObject({
      keep: { courses: ['pes'], waste: 500, from: null },
    })
  })

  it('of somebody who lapsed is none, though credits could be earned', () => {
    const lapsed = { ...input(100, { a: 1900 }, [owned('a')]) }
    expect(nextStep({ ...lapsed, standing: { ...lapsed.standing, status: 'lapsed' } })).toEqual({
      code: 'out-of-time',
      expiredOn: 20_730,
    })
  })

  it('is nothing where nothing is missing and nothing can be renewed', () => {
    const pending = { ...input(2000, {}, []), standing: { ...pool(2000, 0), canRenew: false } }
    expect(nextStep(pending)).toEqual({ code: 'nothing' })
  })

  it('names the first of several pairs that are as good, and what is left beside them', () => {
    const pairs = input(100, { a: 1000, b: 900, c: 900 }, [owned('a'), owned('b'), owned('c')])
    expect(nextStep(pairs)).toEqual({
      code: 'take',
      courses: ['a', 'b'],
      started: false,
      keep: { courses: ['c'], waste: 900, from: NEXT.from },
    })
    const singles = input(100, { a: 1900, b: 1900, c: 500 }, [owned('a'), owned('b'), owned('c')])
    expect(nextStep(singles)).toEqual({
      code: 'take-one',
      courses: ['a', 'b'],
      keep: { courses: ['c'], waste: 2400, from: NEXT.from },
    })
    const begun = input(100, { a: 1000, b: 900 }, [started('a'), owned('b')])
    expect(nextStep(begun)).toMatchObject({ code: 'take', courses: ['a', 'b'], started: false })
    const all = input(100, { a: 1000, b: 900 }, [started('a'), started('b')])
    expect(nextStep(all)).toMatchObject({ code: 'take', courses: ['a', 'b'], started: true })
  })

  it('in part takes what brings most, and of as much the fewest', () => {
    const names = (worth: Worth, options: readonly CourseOption[]) => nextStep(input(100, worth, options))
    expect(names({ a: 900, b: 500 }, [owned('a'), owned('b')])).toEqual({
      code: 'take-and-earn',
      courses: ['a', 'b'],
      needed: 500,
    })
    expect(names({ nought: 0, a: 900 }, [owned('nought'), owned('a')])).toEqual({
      code: 'take-and-earn',
      courses: ['a'],
      needed: 1000,
    })
    expect(names({ a: 900, nought: 0 }, [owned('a'), owned('nought')])).toMatchObject({ courses: ['a'] })
    expect(names({ a: 900, b: 900 }, [offered('a'), owned('b')])).toMatchObject({ courses: ['b', 'a'] })
    expect(names({ nought: 0 }, [owned('nought')])).toMatchObject({ code: 'earn', needed: 1900 })
  })

  it('looks at eight courses, the nearest first, and at three together', () => {
    const far = Array.from({ length: 8 }, (_, i) => offered(`far${i}`))
    expect(nextStep(input(100, { near: 1900 }, [...far, owned('near')]))).toMatchObject({
      code: 'take',
      courses: ['near'],
    })
    expect(nextStep(input(100, { last: 1900 }, [...far, offered('last')]))).toMatchObject({ code: 'earn' })
    const worth = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, 475]))
    expect(nextStep(input(100, worth, ['a', 'b', 'c', 'd'].map(owned)))).toEqual({
      code: 'take-and-earn',
      courses: ['a', 'b', 'c'],
      needed: 475,
    })
    let asked = 0
    const many = input(
      100,
      {},
      Array.from({ length: 12 }, (_, i) => owned(`o${i}`)),
    )
    nextStep({
      ...many,
      after: (taken) => {
        asked++
        return many.after(taken)
      },
    })
    expect(asked).toBe(92)
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
