import type { CourseBody, Lesson } from '../courses/index.ts'

/** What a person has done in one enrollment. */
export interface Progress {
  readonly doneLessons: ReadonlySet<string>
  /** Entries of the practice log by lesson. */
  readonly practice: ReadonlyMap<string, number>
  readonly lastLesson: string | null
}

export interface LessonState {
  readonly key: string
  readonly done: boolean
  /** Entries that the lesson asks for, 0 where it asks for none. */
  readonly practiceWanted: number
  readonly practiceLogged: number
}

export interface CourseProgress {
  readonly lessons: readonly LessonState[]
  readonly lessonsDone: number
  /** Entries of the practice log that are still owed, over all lessons. */
  readonly practiceOwed: number
  /** All lessons done and all practice logged: the quiz is open. */
  readonly ready: boolean
  /** Where to go on: the lesson last looked at, else the first that is not finished, else the first. */
  readonly resumeAt: string | null
}

type Lessons = Pick<CourseBody, 'lessons'>

/** How far somebody is in a course version, and whether the quiz is open. Lessons that the version does not have count nothing. */
export function progressOf({ lessons }: Lessons, progress: Progress): CourseProgress {
  const states = lessons.map((lesson) => stateOf(lesson, progress))
  const practiceOwed = states.reduce((sum, state) => sum + owed(state), 0)
  const lessonsDone = states.filter((state) => state.done).length
  const last = lessons.find((lesson) => lesson.key === progress.lastLesson)
  const unfinished = states.find((state) => !state.done || owed(state) > 0)
  return {
    lessons: states,
    lessonsDone,
    practiceOwed,
    ready: lessons.length > 0 && lessonsDone === lessons.length && practiceOwed === 0,
    resumeAt: last?.key ?? unfinished?.key ?? lessons[0]?.key ?? null,
  }
}

const owed = (state: LessonState): number => Math.max(0, state.practiceWanted - state.practiceLogged)

const stateOf = ({ key, practice }: Lesson, progress: Progress): LessonState => ({
  key,
  done: progress.doneLessons.has(key),
  practiceWanted: practice?.minEntries ?? 0,
  practiceLogged: progress.practice.get(key) ?? 0,
})
