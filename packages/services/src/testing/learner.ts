import { randomUUID } from 'node:crypto'
import type { CourseBody } from '@gs/domain/courses'
import { logPractice, markLesson, startEnrollment } from '../enrollments/index.ts'
import type { ServiceContext } from '../kernel/index.ts'
import { type OpenAttempt, saveAnswer, startAttempt } from '../quizzes/index.ts'

/** Enrols and does all that stands before the quiz; answers the enrollment. */
export async function learnAll(ctx: ServiceContext, courseId: string, body: CourseBody): Promise<string> {
  const { enrollmentId } = await startEnrollment(ctx, { courseId, key: randomUUID() })
  for (const { key: lesson, practice } of body.lessons) {
    await markLesson(ctx, { enrollmentId, lesson, mark: 'done', key: randomUUID() })
    for (let entry = 0; entry < (practice?.minEntries ?? 0); entry += 1)
      await logPractice(ctx, {
        enrollmentId,
        lesson,
        practisedOn: ctx.clock.today(),
        what: 'Tried it',
        howItWent: 'Well',
        key: randomUUID(),
      })
  }
  return enrollmentId
}

/** The keys of the right options of a question. */
export const rightChoice = (body: CourseBody, question: string): readonly string[] =>
  body.questions
    .filter((each) => each.key === question)
    .flatMap((each) => each.options.filter((option) => option.correct).map((option) => option.key))

/** Begins an attempt and answers every question rightly (or with nothing right); not yet submitted. */
export async function answerAll(
  ctx: ServiceContext,
  { enrollmentId, body, rightly = true }: { enrollmentId: string; body: CourseBody; rightly?: boolean },
): Promise<OpenAttempt> {
  const attempt = await startAttempt(ctx, { enrollmentId, key: randomUUID() })
  for (const [index, { key, options }] of attempt.questions.entries()) {
    const right = rightChoice(body, key)
    const wrong = options.map((option) => option.key).filter((option) => !right.includes(option))
    const choice = rightly ? right : wrong.slice(0, 1)
    await saveAnswer(ctx, { attemptId: attempt.attemptId, question: key, choice, seq: index + 1 })
  }
  return attempt
}
