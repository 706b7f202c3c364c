import type { CourseBody } from '@gs/domain/courses'

export type About = Omit<CourseBody, 'code' | 'kind' | 'lessons' | 'questions'>

/** Everything of a body that is no lesson and no question. */
export function aboutOf(body: CourseBody): About {
  const { code: _code, kind: _kind, lessons: _lessons, questions: _questions, ...about } = body
  return about
}
