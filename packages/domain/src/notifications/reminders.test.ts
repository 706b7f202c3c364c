import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../kernel/index.ts'
import { runs } from '../rules/testing/runs.ts'
import {
  type DeadlineState,
  isQuiet,
  owedReminders,
  type ReminderState,
  reminderKey,
  type Series,
  seriesOf,
} from './index.ts'

const START = 20_000
const YEARS = 3 * 365
const day = (min: number, max: number) => fc.integer({ min: START + min, max: START + max }).map((n) => n as Day)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })

const deadline = (holdingId: string): fc.Arbitrary<DeadlineState> =>
  fc
    .record({
      expiresOn: day(-100, YEARS + 100),
      opens: maybe(fc.integer({ min: 1, max: 400 })),
      earn: maybe(fc.integer({ min: -60, max: 120 })),
      late: maybe(fc.integer({ min: 0, max: 200 })),
      cycle: fc.integer({ min: 1, max: 4 }),
      applied: fc.boolean(),
    })
    .map(({ expiresOn, opens, earn, late, cycle, applied }) => ({
      holdingId,
      cycle,
      expiresOn,
      fileFrom: opens === null ? null : addDays(expiresOn, -opens),
      earnBy: earn === null ? null : addDays(expiresOn, earn),
      fileBy: late === null ? null : addDays(expiresOn, late),
      applied,
    }))

const state: fc.Arbitrary<ReminderState> = fc.record({
  deadlines: fc.tuple(deadline('one'), deadline('two')),
  cards: fc.array(
    day(-50, YEARS + 50).map((validThrough) => ({ cardId: 'card', validThrough })),
    { maxLength: 1 },
  ),
  evidence: fc.array(
    day(0, YEARS).map((filedOn) => ({ submissionId: 'paper', filedOn })),
    { maxLength: 1 },
  ),
  plan: fc.constant(null),
})

/** The days on which the job ran in three years: outages of random length between runs that follow each other. */
const clock = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(1) },
      { weight: 2, arbitrary: fc.constant(0) },
      fc.integer({ min: 2, max: 200 }),
    ),
    {
      minLength: 200,
      maxLength: 400,
    },
  )
  .map((steps) => {
    const days: Day[] = []
    let now = START
    for (const step of steps) {
      now += step
      if (now > START + YEARS) break
      days.push(now as Day)
    }
    return days
  })

/** The job, day after day: what is owed is sent, and what was sent is kept. */
function drive(of: ReminderState, days: readonly Day[]): readonly { readonly key: string; readonly on: Day }[] {
  const sent = new Set<string>()
  return days.flatMap((now) =>
    owedReminders(of, now, sent).map((owed) => {
      sent.add(reminderKey(owed))
      return { key: reminderKey(owed), on: now }
    }),
  )
}

/** The same said the other way about: a stage goes out on the first run of the time in which it is the newest. */
const expectedOf = (series: Series, days: readonly Day[]) =>
  series.stages.flatMap((stage, index) => {
    const next = series.stages[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const until = series.until ?? Number.POSITIVE_INFINITY
    const on = days.find((now) => now >= stage.from && now < next && now <= until)
    return on === undefined ? [] : [{ key: reminderKey({ ...series, stage: stage.code }), on }]
  })

describe('reminders', () => {
  it('go out exactly as owed over three years with outages of random length: each once, the newest of what was missed', () => {
    let sent = 0
    fc.assert(
      fc.property(state, clock, (of, days) => {
        const went = drive(of, days)
        const owed = seriesOf(of, days[0] ?? (START as Day)).flatMap((series) => expectedOf(series, days))
        const sorted = (list: typeof went) => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))
        expect(sorted(went)).toEqual(sorted(owed))
        expect(new Set(went.map(({ key }) => key)).size).toBe(went.length)
        sent += went.length
      }),
      runs(3000),
    )
    expect(sent).toBeGreaterThan(runs(3000).numRuns)
  })

  it('are owed no earlier than the day before would have owed them, and never once more on the same day', () => {
    fc.assert(
      fc.property(state, day(0, YEARS), (of, now) => {
        const first = owedReminders(of, now, new Set())
        expect(owedReminders(of, now, new Set(first.map(reminderKey)))).toEqual([])
        for (const { dueOn } of first) expect(dueOn).toBeLessThanOrEqual(now)
        expect(new Set(first.map(({ kind, subject }) => `${kind} ${subject}`)).size).toBe(first.length)
      }),
      runs(2000),
    )
  })

  it('tell of a deadline that moved back nothing that was told already', () => {
    const at = (expiresOn: number, applied = false): ReminderState => ({
      deadlines: [
        {
          holdingId: 'one',
          cycle: 1,
          expiresOn: expiresOn as Day,
          fileFrom: null,
          earnBy: null,
          fileBy: null,
          applied,
        },
      ],
      cards: [],
      evidence: [],
      plan: null,
    })
    const sent = new Set(['deadline:one:1:ahead-30'])
    expect(owedReminders(at(1020), 1000 as Day, sent)).toEqual([])
    // An extension moves the last day away: the earlier stages were overtaken.
    expect(owedReminders(at(1080), 1000 as Day, sent)).toEqual([])
    expect(owedReminders(at(1006), 1000 as Day, sent)).toMatchObject([{ stage: 'ahead-7' }])
    expect(owedReminders(at(1006, true), 1000 as Day, sent)).toEqual([])
  })

  it('tell of last days on the day that it is for the body, and of the rest on the day that it is here', () => {
    const at = (today?: Day): ReminderState => ({
      deadlines: [
        {
          holdingId: 'one',
          cycle: 1,
          expiresOn: 1000 as Day,
          fileFrom: null,
          earnBy: null,
          fileBy: 1090 as Day,
          applied: false,
          today,
        },
      ],
      cards: [{ cardId: 'card', validThrough: 1000 as Day }],
      evidence: [],
      plan: null,
    })
    const ask = (today?: Day) =>
      owedReminders(at(today), 1001 as Day, new Set()).map(({ kind, stage }) => [kind, stage])
    expect(ask()).toEqual([
      ['deadline', 'expired'],
      ['card', 'expired'],
    ])
    expect(ask(1000 as Day)).toEqual([
      ['deadline', 'ahead-7'],
      ['card', 'expired'],
    ])
    expect(owedReminders(at(1091 as Day), 1090 as Day, new Set())).toEqual([])
  })

  it('tell of a plan by its state: behind once for each measure, broken once for each version', () => {
    const at = (weeksBehind: number, feasible: boolean, version = 1): ReminderState => ({
      deadlines: [],
      cards: [],
      evidence: [],
      plan: { planId: 'plan', version, feasible, weeksBehind },
    })
    const ask = (of: ReminderState, sent: readonly string[] = []) =>
      owedReminders(of, 1000 as Day, new Set(sent)).map(reminderKey)
    expect(ask(at(0, true))).toEqual([])
    expect(ask(at(2, true))).toEqual(['pace:plan:1:behind-1'])
    expect(ask(at(4, true), ['pace:plan:1:behind-1'])).toEqual(['pace:plan:1:behind-3'])
    expect(ask(at(2, true), ['pace:plan:1:behind-1', 'pace:plan:1:behind-3'])).toEqual([])
    expect(ask(at(0, false), ['plan:plan:1:broken'])).toEqual([])
    expect(ask(at(0, false, 2), ['plan:plan:1:broken'])).toEqual(['plan:plan:2:broken'])
  })
})

describe('quiet hours', () => {
  it('may go over midnight', () => {
    const quiet = (from: number, until: number) =>
      Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuiet({ from, until }, hour))
    expect(quiet(21, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 23])
    expect(quiet(12, 14)).toEqual([12, 13])
    expect(quiet(9, 9)).toEqual([])
  })
})
