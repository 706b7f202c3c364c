import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../courses/index.ts'
import {
  type Answers,
  canonicalAnswers,
  drawForm,
  feedbackOf,
  gradeChoice,
  gradeForm,
  isOpenAt,
  judgeChoice,
  judgeStart,
  passes,
  percentOf,
  QUESTION_POINTS,
  quizFormSchema,
  sheetOf,
} from './index.ts'

const question = (key: string, type: Question['type'], right: readonly boolean[], lesson = 'one'): Question => ({
  key,
  type,
  stem: `Stem ${key}`,
  feedback: `FEEDBACK of ${key}`,
  lesson,
  difficulty: 1,
  options: right.map((correct, index) => ({
    key: type === 'true-false' ? String(index === 0) : `o${index}`,
    text: `Text ${index}`,
    correct,
    feedback: `FEEDBACK ${key} ${index}`,
  })),
})

const anyQuestion = (key: string): fc.Arbitrary<Question> =>
  fc
    .record({
      type: fc.constantFrom('single' as const, 'multiple' as const, 'true-false' as const),
      right: fc.array(fc.boolean(), { minLength: 3, maxLength: 6 }),
      one: fc.nat(2),
      lesson: fc.constantFrom('one', 'two', 'three', 'four'),
    })
    .map(({ type, right, one, lesson }) => {
      if (type === 'multiple') return question(key, type, [true, ...right, false], lesson)
      if (type === 'true-false') return question(key, type, [one > 0, one === 0], lesson)
      return question(
        key,
        type,
        right.map((_, index) => index === one),
        lesson,
      )
    })

const bankOf = (size: number): fc.Arbitrary<Question[]> =>
  fc.tuple(...Array.from({ length: size }, (_, index) => anyQuestion(`q${index}`)))

const setting = fc
  .record({
    bank: fc.integer({ min: 1, max: 24 }).chain(bankOf),
    draws: fc.integer({ min: 1, max: 30 }),
    seed: fc.string(),
  })
  .chain(({ bank, draws, seed }) =>
    fc
      .array(fc.subarray(['o0', 'o1', 'o2', 'o3', 'o4', 'true', 'false', 'nonsense']), {
        minLength: bank.length,
        maxLength: bank.length,
      })
      .map((choices) => ({
        bank,
        form: drawForm({ questions: bank, quizDraws: draws }, seed),
        draws,
        seed,
        answers: new Map(bank.map((each, index) => [each.key, choices[index] ?? []])) as Answers,
      })),
  )

describe('the form', () => {
  it('asks what was drawn once each, as many as asked for, spread over the lessons, the same for the same seed', () => {
    fc.assert(
      fc.property(setting, ({ bank, form, draws, seed }) => {
        const keys = form.items.map((item) => item.question)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.length).toBe(Math.min(draws, bank.length))
        expect(drawForm({ questions: bank, quizDraws: draws }, seed)).toEqual(form)
        expect(quizFormSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form)
        for (const item of form.items) {
          const original = bank.find((each) => each.key === item.question)
          expect([...item.options].sort()).toEqual(original?.options.map((option) => option.key).sort())
          if (original?.type === 'true-false') expect(item.options).toEqual(['true', 'false'])
        }
        const lessons = [...new Set(bank.map((each) => each.lesson))].map((lesson) => {
          const has = bank.filter((each) => each.lesson === lesson)
          return { asked: has.filter((each) => keys.includes(each.key)).length, has: has.length }
        })
        const most = Math.max(...lessons.map(({ asked }) => asked))
        for (const { asked, has } of lessons) expect(asked >= most - 1 || asked === has).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('differs between seeds', () => {
    const bank = Array.from({ length: 30 }, (_, index) => question(`q${index}`, 'single', [true, false, false, false]))
    const forms = Array.from({ length: 50 }, (_, seed) =>
      JSON.stringify(drawForm({ questions: bank, quizDraws: 20 }, `s${seed}`)),
    )
    expect(new Set(forms).size).toBe(50)
  })

  it('puts the right option in every place about as often', () => {
    const bank = [question('q', 'single', [true, false, false, false])]
    const places = [0, 0, 0, 0]
    for (let seed = 0; seed < 4000; seed += 1) {
      const place = drawForm({ questions: bank, quizDraws: 1 }, `seed-${seed}`).items[0]?.options.indexOf('o0') ?? -1
      places[place] = (places[place] ?? 0) + 1
    }
    for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('grading (A4)', () => {
  it('stays between nothing and the maximum, whatever is chosen, and is a fixed point under regrading', () => {
    fc.assert(
      fc.property(setting, ({ bank, form, answers }) => {
        const grade = gradeForm(form, bank, answers)
        expect(Number.isInteger(grade.points)).toBe(true)
        expect(grade.max).toBe(form.items.length * QUESTION_POINTS)
        expect(grade.points >= 0 && grade.points <= grade.max).toBe(true)
        expect(grade.points).toBe(grade.questions.reduce((sum, each) => sum + each.points, 0))
        expect(gradeForm(form, bank, answers)).toEqual(grade)
      }),
      { numRuns: 3000 },
    )
  })

  it('does not depend on the order of questions, options or ticks', () => {
    fc.assert(
      fc.property(setting, fc.nat(), ({ bank, form, answers }, turn) => {
        const by = turn % Math.max(1, form.items.length)
        const turned = {
          items: [...form.items.slice(by), ...form.items.slice(0, by)].map((item) => ({
            ...item,
            options: [...item.options].reverse(),
          })),
        }
        const ticked = new Map([...answers].map(([key, choice]) => [key, [...choice].reverse()]))
        expect(gradeForm(turned, [...bank].reverse(), ticked).points).toBe(gradeForm(form, bank, answers).points)
        expect(canonicalAnswers(form, ticked)).toBe(canonicalAnswers(form, answers))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives all points for exactly the key and to nothing else', () => {
    fc.assert(
      fc.property(anyQuestion('q'), fc.nat(), (asked, bits) => {
        const key = asked.options.filter((option) => option.correct).map((option) => option.key)
        const choice = asked.options.filter((_, index) => (bits >> index) % 2 === 1).map((option) => option.key)
        const exact = choice.length === key.length && key.every((option) => choice.includes(option))
        expect(gradeChoice(asked, key)).toBe(QUESTION_POINTS)
        expect(gradeChoice(asked, choice) === QUESTION_POINTS).toBe(exact)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives parts of a multiple choice, takes wrong ticks off, and nothing for ticking everything', () => {
    const asked = question('q', 'multiple', [true, true, true, false, false, false])
    expect(gradeChoice(asked, ['o0'])).toBe(33)
    expect(gradeChoice(asked, ['o0', 'o1'])).toBe(66)
    expect(gradeChoice(asked, ['o0', 'o1', 'o3'])).toBe(33)
    expect(gradeChoice(asked, ['o3', 'o4'])).toBe(0)
    expect(gradeChoice(asked, ['o0', 'o1', 'o2', 'o3', 'o4', 'o5'])).toBe(0)
    expect(gradeChoice(asked, [])).toBe(0)
  })

  it('passes at the mark and not below it', () => {
    expect(passes({ points: 1400, max: 2000 }, 70)).toBe(true)
    expect(passes({ points: 1399, max: 2000 }, 70)).toBe(false)
    expect(percentOf({ points: 1399, max: 2000 })).toBe(69)
    expect(passes({ points: 0, max: 0 }, 1)).toBe(false)
  })
})

describe('answers', () => {
  const bank = [question('s', 'single', [true, false, false]), question('m', 'multiple', [true, true, false])]
  const form = drawForm({ questions: bank, quizDraws: 2 }, 'x')

  it('are judged against the form', () => {
    expect(judgeChoice(form, 's', ['o1'])).toEqual({ ok: true, value: true })
    expect(judgeChoice(form, 's', [])).toEqual({ ok: true, value: true })
    expect(judgeChoice(form, 'm', ['o1', 'o2']).ok).toBe(true)
    expect(judgeChoice(form, 's', ['o1', 'o2'])).toEqual({ ok: false, error: 'answer.one-only' })
    expect(judgeChoice(form, 'm', ['o1', 'o1'])).toEqual({ ok: false, error: 'answer.repeated' })
    expect(judgeChoice(form, 'm', ['o9'])).toEqual({ ok: false, error: 'answer.unknown-option' })
    expect(judgeChoice(form, 'other', ['o1'])).toEqual({ ok: false, error: 'answer.not-in-form' })
  })
})

describe('what a taker sees', () => {
  it('before release has no key and no feedback; after it has both', () => {
    fc.assert(
      fc.property(setting, ({ bank, form, answers }) => {
        const sheet = JSON.stringify(sheetOf(form, bank))
        expect(sheet).not.toMatch(/correct|feedback|FEEDBACK|difficulty|lesson/)
        const told = feedbackOf(form, bank, answers)
        expect(told.map((each) => each.key)).toEqual(form.items.map((item) => item.question))
        expect(told.reduce((sum, each) => sum + each.points, 0)).toBe(gradeForm(form, bank, answers).points)
      }),
    )
  })
})

describe('the policy of attempts', () => {
  const request = { enrollment: 'active', ready: true, begunLately: 0, attemptsADay: undefined } as const

  it('lets an attempt begin only when all before it is done, three a day, on an active enrollment', () => {
    expect(judgeStart(request).ok).toBe(true)
    expect(judgeStart({ ...request, ready: false })).toEqual({ ok: false, error: 'attempt.not-ready' })
    expect(judgeStart({ ...request, begunLately: 2 }).ok).toBe(true)
    expect(judgeStart({ ...request, begunLately: 3 })).toEqual({ ok: false, error: 'attempt.too-soon' })
    expect(judgeStart({ ...request, begunLately: 3, attemptsADay: 4 }).ok).toBe(true)
    expect(judgeStart({ ...request, enrollment: 'completed' })).toEqual({
      ok: false,
      error: 'attempt.enrollment-completed',
    })
    expect(judgeStart({ ...request, enrollment: 'withdrawn' })).toEqual({
      ok: false,
      error: 'attempt.enrollment-withdrawn',
    })
  })

  it('ends at the deadline', () => {
    expect(isOpenAt({ deadline: 1000, now: 999 })).toBe(true)
    expect(isOpenAt({ deadline: 1000, now: 1000 })).toBe(false)
  })
})
