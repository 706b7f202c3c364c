import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Lesson } from '../courses/index.ts'
import { progressOf } from './index.ts'

const lesson = (key: string, minEntries?: number): Lesson => ({
  key,
  title: key,
  minutes: 10,
  document: { schema: 1, content: [] },
  ...(minEntries === undefined ? {} : { practice: { prompt: 'Try it', minEntries } }),
})
const course = { lessons: [lesson('a'), lesson('b', 2), lesson('c')] }

it('opens the quiz when every lesson is done and every asked-for entry is logged', () => {
  const all = new Set(['a', 'b', 'c'])
  const at = (logged: number, done = all) =>
    progressOf(course, { doneLessons: done, practice: new Map([['b', logged]]), lastLesson: null })
  expect(at(2).ready).toBe(true)
  expect(at(1)).toMatchObject({ ready: false, practiceOwed: 1, lessonsDone: 3, resumeAt: 'b' })
  expect(at(5).practiceOwed).toBe(0)
  expect(at(2, new Set(['a', 'c'])).ready).toBe(false)
})

it('goes on where somebody stopped, else at the first lesson that is not finished', () => {
  const none = { doneLessons: new Set<string>(), practice: new Map<string, number>() }
  expect(progressOf(course, { ...none, lastLesson: 'c' }).resumeAt).toBe('c')
  expect(progressOf(course, { ...none, lastLesson: null }).resumeAt).toBe('a')
  expect(progressOf(course, { ...none, doneLessons: new Set(['a']), lastLesson: 'gone' }).resumeAt).toBe('b')
  expect(progressOf({ lessons: [] }, { ...none, lastLesson: null })).toMatchObject({ resumeAt: null, ready: false })
})

it('never loses readiness by more work, nor counts what the version does not have', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'x')
  fc.assert(
    fc.property(fc.uniqueArray(key), fc.nat(4), key, (done, logged, more) => {
      const before = progressOf(course, {
        doneLessons: new Set(done),
        practice: new Map([['b', logged]]),
        lastLesson: null,
      })
      const after = progressOf(course, {
        doneLessons: new Set([...done, more]),
        practice: new Map([['b', logged + 1]]),
        lastLesson: more,
      })
      expect(after.lessonsDone).toBeGreaterThanOrEqual(before.lessonsDone)
      expect(before.ready && !after.ready).toBe(false)
      expect(after.lessonsDone).toBeLessThanOrEqual(3)
    }),
  )
})
