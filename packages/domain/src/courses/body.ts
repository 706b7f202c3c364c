import { z } from 'zod'
import { documentSchema, isSafeHref } from './document.ts'
import { contentKey, plainText } from './plain-text.ts'

/**
 * The content of one course version: what is taught, practised and asked. A draft of it may be unfinished (`faultsOf`
 * says what lacks before it can be published), but never malformed.
 */

const option = z.strictObject({
  key: contentKey,
  text: plainText(1000),
  correct: z.boolean(),
  feedback: plainText(2000),
})

export const questionSchema = z.strictObject({
  key: contentKey,
  type: z.enum(['single', 'multiple', 'true-false']),
  stem: plainText(2000),
  options: z.array(option).max(12),
  feedback: plainText(4000),
  /** The lesson that answers it. */
  lesson: contentKey,
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
})

export const lessonSchema = z.strictObject({
  key: contentKey,
  title: plainText(200),
  minutes: z.int().min(0).max(10_000),
  document: documentSchema,
  /** What to try on a client, and how many entries in the practice log it takes. */
  practice: z.strictObject({ prompt: plainText(2000), minEntries: z.int().min(1).max(50) }).optional(),
})

export const courseSource = z.strictObject({
  title: plainText(500),
  publisher: plainText(300),
  year: z.int().min(1000).max(3000).optional(),
  url: plainText(2000).refine(isSafeHref, 'link.unsafe').optional(),
})

export const courseCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'code.invalid')

/** The fields of a body, without the rules between them (`courseBodySchema` has those). */
export const courseFields = z.strictObject({
  code: courseCode,
  title: plainText(200),
  subtitle: plainText(300),
  summary: plainText(4000),
  language: z.enum(['en', 'es']),
  kind: z.enum(['specialization', 'course']),
  /** Hours that learning it takes, quiz included. */
  hours: z.int().min(0).max(10_000),
  outcomes: z.array(plainText(500)).max(50),
  /** Percent of the points that passes the quiz. */
  passMark: z.int().min(1).max(100),
  /** How many questions of the bank one attempt asks. */
  quizDraws: z.int().min(1).max(200),
  quizMinutes: z.int().min(1).max(1440),
  /** How many attempts may begin within 24 hours; the default stands in `quizzes`. */
  attemptsADay: z.int().min(1).max(1000).optional(),
  /** What completion takes, said before anybody begins. */
  completion: plainText(1000),
  sources: z.array(courseSource).max(200),
  lessons: z.array(lessonSchema).max(200),
  questions: z.array(questionSchema).max(2000),
})

export type CourseBody = z.infer<typeof courseFields>
export type Lesson = z.infer<typeof lessonSchema>
export type Question = z.infer<typeof questionSchema>
export type QuestionOption = Question['options'][number]

const repeatedAt = (keys: readonly string[]): number => keys.findIndex((key, index) => keys.indexOf(key) < index)

/** A course body as it may be stored: the shape, and keys that name one thing each. */
export const courseBodySchema = courseFields.superRefine((body, ctx) => {
  const unique = (keys: readonly string[], path: readonly (string | number)[]): void => {
    const at = repeatedAt(keys)
    if (at >= 0) ctx.addIssue({ code: 'custom', message: 'key.repeated', path: [...path, at, 'key'] })
  }
  const keysOf = (items: readonly { readonly key: string }[]): readonly string[] => items.map((item) => item.key)
  unique(keysOf(body.lessons), ['lessons'])
  unique(keysOf(body.questions), ['questions'])
  for (const [index, question] of body.questions.entries())
    unique(keysOf(question.options), ['questions', index, 'options'])
})
