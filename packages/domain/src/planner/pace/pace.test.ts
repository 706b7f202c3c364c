import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amount, addDays, type Day, dayOf } from '../../kernel/index.ts'
import { earliestFinishes, fits, latestStarts } from './capacity.ts'
import { layOut, type Pace, plannedByWeek, reflow, type Task } from './weeks.ts'

const today = dayOf(2026, 1, 5) as Day // a Monday
const hours = (n: number): Amount => (n * 1000) as Amount

const pace: Pace = {
  hoursPerWeek: hours(6),
  mostADay: hours(2),
  daysOff: [5, 6],
  holidays: [],
  daysBetweenFinishes: 7,
  reserve: 14,
}

const task = (id: string, size: number, from: number, by: number): Task => ({
  id,
  hours: hours(size),
  done: hours(0),
  finishFrom: addDays(today, from),
  finishBy: addDays(today, by),
})

describe('the room that a pace gives', () => {
  const works = fc.array(
    fc.record({ hours: fc.integer({ min: 0, max: 40_000 }), by: fc.integer({ min: 0, max: 400 }) }),
    {
      maxLength: 6,
    },
  )

  it('fits exactly where working on the most urgent first meets every last day', () => {
    fc.assert(
      fc.property(works, fc.integer({ min: 500, max: 20_000 }), (list, perWeek) => {
        const dated = list.map(({ hours: size, by }) => ({ hours: size, by: addDays(today, by) }))
        let sum = 0
        const oneByOne = [...dated]
          .sort((a, b) => a.by - b.by)
          .every(({ hours: size, by }) => {
            sum += size
            return sum / perWeek <= (by - today + 1) / 7 + 1e-12
          })
        expect(fits(today, perWeek as Amount, dated)).toBe(oneByOne)
      }),
    )
  })

  it('lets everything be finished on any day from the earliest finish on', () => {
    fc.assert(
      fc.property(works, fc.integer({ min: 500, max: 20_000 }), (list, perWeek) => {
        const dated = list.map(({ hours: size, by }) => ({ hours: size, by: addDays(today, by) }))
        fc.pre(fits(today, perWeek as Amount, dated))
        const earliest = earliestFinishes(today, perWeek as Amount, dated)
        const moved = dated.map((work, i) => ({ ...work, by: earliest[i] as Day }))
        expect(fits(today, perWeek as Amount, moved)).toBe(true)
        for (const [i, day] of earliest.entries()) expect(day).toBeLessThanOrEqual(dated[i]?.by ?? -1)
        for (const [i, day] of latestStarts(today, perWeek as Amount, dated).entries())
          expect(day >= today && day <= (dated[i]?.by ?? -1)).toBe(true)
      }),
    )
  })

  it('has no limit without a pace', () => {
    expect(fits(today, null, [{ hours: hours(10_000), by: today }])).toBe(true)
  })
})

describe('weeks laid out', () => {
  it('spreads the work evenly and ends before the reserve', () => {
    const layout = layOut([task('ces', 40, 0, 150)], pace, today)
    const [finish] = layout.finishes
    expect(finish?.late).toBe(false)
    expect(finish?.day).toBeLessThanOrEqual(addDays(today, 150 - 14))
    // 40 hours over 98 workdays are a half hour a day at most.
    for (const { blocks } of layout.weeks) for (const block of blocks) expect(block.hours).toBeLessThanOrEqual(500)
    expect(layout.weeks.length).toBeGreaterThan(15)
    expect(plannedByWeek(layout).at(-1)?.hours).toBe(hours(40))
  })

  it('works on no day off, no holiday, never more a day or a week than wanted', () => {
    const anyTask = fc.record({
      size: fc.integer({ min: 1, max: 60 }),
      from: fc.integer({ min: 0, max: 200 }),
      length: fc.integer({ min: 0, max: 300 }),
    })
    fc.assert(
      fc.property(fc.array(anyTask, { minLength: 1, maxLength: 5 }), (list) => {
        const holidays = [addDays(today, 3), addDays(today, 10)]
        const tasks = list.map(({ size, from, length }, i) => task(`t${i}`, size, from, from + length))
        const layout = layOut(tasks, { ...pace, holidays }, today)
        const byDay = new Map<Day, number>()
        for (const { span, hours: sum, blocks } of layout.weeks) {
          expect(sum).toBeLessThanOrEqual(pace.hoursPerWeek)
          for (const block of blocks) {
            expect(block.day >= span.from && block.day <= addDays(span.from, 4)).toBe(true)
            expect(holidays).not.toContain(block.day)
            byDay.set(block.day, (byDay.get(block.day) ?? 0) + block.hours)
          }
        }
        for (const sum of byDay.values()) expect(sum).toBeLessThanOrEqual(hours(2))
        for (const [i, each] of tasks.entries()) {
          const worked = layout.weeks.flatMap(({ blocks }) => blocks).filter((block) => block.task === `t${i}`)
          expect(worked.reduce((sum, block) => sum + block.hours, 0)).toBe(each.hours)
          const finish = layout.finishes.find((one) => one.task === each.id)
          expect(finish?.day).toBe(Math.max(...worked.map((block) => block.day)))
          expect(finish?.day ?? -1).toBeGreaterThanOrEqual(each.finishFrom)
          expect(finish?.late).toBe((finish?.day ?? Number.POSITIVE_INFINITY) > each.finishBy)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps finishes apart', () => {
    const layout = layOut([task('a', 3, 0, 90), task('b', 3, 0, 90), task('c', 3, 0, 90)], pace, today)
    const days = layout.finishes.map(({ day }) => day ?? 0).sort((a, b) => a - b)
    for (const [i, day] of days.entries()) if (i > 0) expect(day - (days[i - 1] ?? 0)).toBeGreaterThanOrEqual(7)
  })

  it('finishes the next cycle’s course in the next cycle', () => {
    const layout = layOut([task('first', 20, 0, 200), task('second', 20, 201, 400)], pace, today)
    expect(layout.finishes.map(({ task: id, late }) => [id, late])).toEqual([
      ['first', false],
      ['second', false],
    ])
    expect(layout.finishes[1]?.day).toBeGreaterThanOrEqual(addDays(today, 201))
  })

  it('flows again when somebody falls behind, and says what moved and what is in danger', () => {
    const tasks = [task('ces', 20, 0, 60)]
    const before = layOut(tasks, pace, today)
    const inTime = reflow(before, tasks, { pace, today: addDays(today, 14) })
    expect(inTime.layout.finishes[0]?.late).toBe(false)
    const tooLate = reflow(before, tasks, { pace, today: addDays(today, 56) })
    expect(tooLate.moved).toEqual([
      { task: 'ces', was: before.finishes[0]?.day, now: tooLate.layout.finishes[0]?.day, endangered: true },
    ])
    const done = tasks.map((each) => ({ ...each, done: each.hours }))
    expect(reflow(before, done, { pace, today: addDays(today, 14) })).toEqual({
      layout: { weeks: [], finishes: [] },
      moved: [],
    })
  })
})
