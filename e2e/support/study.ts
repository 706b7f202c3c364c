import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Procedures } from './procedures.ts'

const CONTENT = join(import.meta.dirname, '../../packages/db/src/seed/content')

interface Content {
  readonly questions: readonly {
    readonly key: string
    readonly options: readonly { readonly key: string; readonly correct: boolean }[]
  }[]
}

interface CoursePage {
  readonly id: string
  readonly outline: readonly { readonly key: string; readonly practiceEntries: number }[]
}

/** What the taker of a demo course would have to know; read from its content, never from an answer of the product. */
export function answersOf(file: string): ReadonlyMap<string, readonly string[]> {
  const content: Content = JSON.parse(readFileSync(join(CONTENT, file), 'utf8'))
  return new Map(
    content.questions.map(({ key, options }) => [
      key,
      options.filter((option) => option.correct).map((option) => option.key),
    ]),
  )
}

export interface Course {
  readonly code: string
  readonly file: string
  /** The civil day of the practice entries. */
  readonly on: string
}

/** Enrols, reads every lesson, logs the practice asked for: all that stands before the quiz. */
export async function studyCourse(api: Procedures, { code, on }: Course): Promise<string> {
  const course = await api.query<CoursePage>('courses.page', { code })
  const { enrollmentId } = await api.mutate<{ enrollmentId: string }>('enrollments.start', { courseId: course.id })
  for (const { key: lesson, practiceEntries } of course.outline) {
    await api.mutate('enrollments.markLesson', { enrollmentId, lesson, mark: 'done' })
    for (let entry = 0; entry < practiceEntries; entry++)
      await api.mutate('enrollments.logPractice', {
        enrollmentId,
        lesson,
        practisedOn: on,
        what: 'Tried the exercise with a client',
        howItWent: 'The cue worked at once',
      })
  }
  return enrollmentId
}

/** Takes the quiz of an enrollment with every answer right. */
export async function passQuiz(api: Procedures, enrollmentId: string, { file }: Pick<Course, 'file'>): Promise<string> {
  const right = answersOf(file)
  const { attemptId, questions } = await api.mutate<{ attemptId: string; questions: readonly { key: string }[] }>(
    'quizzes.start',
    { enrollmentId },
  )
  for (const [index, { key }] of questions.entries())
    await api.mutate('quizzes.saveAnswer', {
      key: undefined,
      attemptId,
      question: key,
      choice: right.get(key),
      seq: index + 1,
    })
  await api.mutate('quizzes.submit', { attemptId })
  return attemptId
}
