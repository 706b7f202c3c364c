import type { Question } from '../courses/index.ts'
import type { Answers } from './answers.ts'
import type { QuizForm } from './form.ts'
import { gradeChoice, QUESTION_POINTS } from './grading.ts'

/** What a taker may see before release: words alone, no key, no feedback, no difficulty. */
export interface SheetQuestion {
  readonly key: string
  readonly type: Question['type']
  readonly stem: string
  readonly options: readonly { readonly key: string; readonly text: string }[]
}

interface FormQuestion {
  readonly question: Question
  readonly options: readonly Question['options'][number][]
}

/** The form's questions with their words, in the form's order; what the bank does not have is left out. */
function questionsOf(form: QuizForm, bank: readonly Question[]): readonly FormQuestion[] {
  const byKey = new Map(bank.map((question) => [question.key, question]))
  return form.items.flatMap((item): FormQuestion[] => {
    const question = byKey.get(item.question)
    if (!question) return []
    const options = item.options.flatMap((key) => question.options.filter((option) => option.key === key))
    return [{ question, options }]
  })
}

/** The sheet of an attempt. */
export const sheetOf = (form: QuizForm, bank: readonly Question[]): readonly SheetQuestion[] =>
  questionsOf(form, bank).map(({ question, options }) => ({
    key: question.key,
    type: question.type,
    stem: question.stem,
    options: options.map(({ key, text }) => ({ key, text })),
  }))

/** What is told about a question once the attempt is submitted. */
export interface QuestionFeedback extends Omit<SheetQuestion, 'options'> {
  readonly lesson: string
  readonly points: number
  readonly max: number
  readonly feedback: string
  readonly options: readonly {
    readonly key: string
    readonly text: string
    readonly chosen: boolean
    readonly correct: boolean
    readonly feedback: string
  }[]
}

/** The feedback of an attempt, after release: key, words and points of every question that was asked. */
export const feedbackOf = (form: QuizForm, bank: readonly Question[], answers: Answers): readonly QuestionFeedback[] =>
  questionsOf(form, bank).map(({ question, options }) => {
    const choice = answers.get(question.key) ?? []
    return {
      key: question.key,
      type: question.type,
      stem: question.stem,
      lesson: question.lesson,
      points: gradeChoice(question, choice),
      max: QUESTION_POINTS,
      feedback: question.feedback,
      options: options.map(({ key, text, correct, feedback }) => ({
        key,
        text,
        chosen: choice.includes(key),
        correct,
        feedback,
      })),
    }
  })
