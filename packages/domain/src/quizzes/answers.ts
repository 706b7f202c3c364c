import { err, ok, type Result } from '../kernel/index.ts'
import type { QuizForm } from './form.ts'

/** The chosen option keys of each answered question. */
export type Answers = ReadonlyMap<string, readonly string[]>

export type AnswerFault = 'answer.not-in-form' | 'answer.unknown-option' | 'answer.repeated' | 'answer.one-only'

/**
 * Whether a choice may be saved for a question of the form. No option at all is a choice: the answer taken back.
 * More than one is for questions of type `multiple` alone.
 */
export function judgeChoice(form: QuizForm, question: string, choice: readonly string[]): Result<true, AnswerFault> {
  const item = form.items.find((each) => each.question === question)
  if (!item) return err('answer.not-in-form')
  if (choice.some((key) => !item.options.includes(key))) return err('answer.unknown-option')
  if (!item.many && choice.length > 1) return err('answer.one-only')
  if (new Set(choice).size < choice.length) return err('answer.repeated')
  return ok(true)
}

/**
 * The answers as the bytes that are hashed at submission: in the form's order, each choice sorted. What is not in the
 * form is left out; the order in which somebody ticked the boxes makes no difference.
 */
export const canonicalAnswers = (form: QuizForm, answers: Answers): string =>
  JSON.stringify(form.items.map(({ question }) => [question, [...(answers.get(question) ?? [])].sort()]))
