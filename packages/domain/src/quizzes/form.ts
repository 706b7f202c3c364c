import { z } from 'zod'
import type { CourseBody, Question } from '../courses/index.ts'
import { contentKey } from '../courses/index.ts'
import { type Random, randomFrom, shuffled } from './random.ts'

/**
 * The frozen form of one attempt: which questions, in which order, with their options in which order. The words are not
 * copied: a published course version never changes.
 */
export const quizFormSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      question: contentKey,
      /** Whether more than one option may be chosen. */
      many: z.boolean(),
      options: z.array(contentKey),
    }),
  ),
})
export type QuizForm = z.infer<typeof quizFormSchema>

export type Bank = Pick<CourseBody, 'questions' | 'quizDraws'>

/**
 * Draws a form: as many questions as the course says (all of a smaller bank), spread over the lessons so that no
 * lesson is asked two more than another that still had questions. Same bank and seed, same form.
 */
export function drawForm(bank: Bank, seed: string): QuizForm {
  const random = randomFrom(seed)
  const drawn = balanced(bank, random)
  return {
    items: shuffled(drawn, random).map((question) => ({
      question: question.key,
      many: question.type === 'multiple',
      options: optionOrder(question, random),
    })),
  }
}

/** True stands before false; everything else is shuffled. */
function optionOrder(question: Question, random: Random): string[] {
  const keys = question.options.map((option) => option.key)
  return question.type === 'true-false' ? keys : shuffled(keys, random)
}

/** One question of each lesson in turn, until enough are drawn; the lessons take turns in random order. */
function balanced({ questions, quizDraws }: Bank, random: Random): Question[] {
  const lessons = [...new Set(questions.map((question) => question.lesson))]
  const piles = shuffled(lessons, random).map((lesson) =>
    shuffled(
      questions.filter((question) => question.lesson === lesson),
      random,
    ),
  )
  const drawn: Question[] = []
  for (let round = 0; drawn.length < Math.min(quizDraws, questions.length); round += 1) {
    const turn = piles.flatMap((pile) => pile.slice(round, round + 1))
    drawn.push(...turn.slice(0, quizDraws - drawn.length))
  }
  return drawn
}
