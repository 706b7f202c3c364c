import type { Caller } from '../../server/bridge.ts'

export type Player = Awaited<ReturnType<Caller['enrollments']['player']>>

export const studyHref = (enrollmentId: string, lesson?: string): string =>
  `/learn/study/${enrollmentId}${lesson ? `?lesson=${encodeURIComponent(lesson)}` : ''}`

export const quizHref = (enrollmentId: string): string => `/learn/study/${enrollmentId}/quiz`

/** Whether the lesson shown is the last that stands before the quiz. */
export const isLastLesson = ({ enrollment, outline, lesson }: Player): boolean =>
  enrollment.status === 'active' &&
  outline.some((each) => each.key === lesson?.key && !each.done) &&
  outline.every((each) => each.done || each.key === lesson?.key)

/** The lessons before and after the one shown. */
export function neighbours({ outline, lesson }: Player): {
  readonly previous: string | undefined
  readonly next: string | undefined
} {
  const at = outline.findIndex((each) => each.key === lesson?.key)
  return { previous: outline[at - 1]?.key, next: at < 0 ? undefined : outline[at + 1]?.key }
}
