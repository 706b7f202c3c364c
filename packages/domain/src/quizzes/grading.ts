import type { Question } from '../courses/index.ts'
import type { Answers } from './answers.ts'
import type { QuizForm } from './form.ts'

/** What one question gives at most. Points are integers. */
export const QUESTION_POINTS = 100

export interface GradedQuestion {
  readonly question: string
  readonly points: number
  readonly max: number
}

export interface Grade {
  readonly points: number
  readonly max: number
  readonly questions: readonly GradedQuestion[]
}

/**
 * Points for one choice. `single` and `true-false`: all or nothing. `multiple`: each right option gives its share, each
 * wrong one takes one share away, never below nothing, rounded down; so ticking everything gains nothing, and the full
 * points need exactly the right set. Unanswered gives nothing.
 */
export function gradeChoice(question: Pick<Question, 'type' | 'options'>, choice: readonly string[]): number {
  const key = question.options.filter((option) => option.correct).map((option) => option.key)
  const chosen = new Set(choice)
  const right = key.filter((option) => chosen.has(option)).length
  const wrong = chosen.size - right
  if (key.length === 0) return 0
  if (question.type !== 'multiple') return right === 1 && wrong === 0 ? QUESTION_POINTS : 0
  return Math.floor((Math.max(0, right - wrong) * QUESTION_POINTS) / key.length)
}

/** Grades a form against the key of its course version. Same key, same answers: same grade. */
export function gradeForm(form: QuizForm, questions: readonly Question[], answers: Answers): Grade {
  const bank = new Map(questions.map((question) => [question.key, question]))
  const graded = form.items.flatMap(({ question: key }): GradedQuestion[] => {
    const question = bank.get(key)
    return question
      ? [{ question: key, points: gradeChoice(question, answers.get(key) ?? []), max: QUESTION_POINTS }]
      : []
  })
  return {
    points: graded.reduce((sum, { points }) => sum + points, 0),
    max: graded.reduce((sum, { max }) => sum + max, 0),
    questions: graded,
  }
}

/** Whether the points reach the pass mark, a percentage of the maximum; in integers, nothing is rounded up. */
export const passes = ({ points, max }: Pick<Grade, 'points' | 'max'>, passMark: number): boolean =>
  max > 0 && points * 100 >= passMark * max

/** Whole percent of the maximum, rounded down, so that a shown figure never claims a mark that was missed. */
export const percentOf = ({ points, max }: Pick<Grade, 'points' | 'max'>): number =>
  max > 0 ? Math.floor((points * 100) / max) : 0
