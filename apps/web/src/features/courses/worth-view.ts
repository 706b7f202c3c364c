import type { Caller } from '../../server/bridge.ts'

type Courses = Caller['courses']
export type CatalogueCourse = Awaited<ReturnType<Courses['catalogue']>>[number]
export type CoursePage = Awaited<ReturnType<Courses['page']>>
export type HoldingWorth = CatalogueCourse['worth'][number]

/** How a course serves one holding now, in one word; the sentences are made from it. */
export type WorthKind = 'rejected' | 'counts' | 'part' | 'carries' | 'wasted' | 'nothing'

export function worthKind({ rejected, counts, wastes, carries }: HoldingWorth): WorthKind {
  if (rejected !== null) return 'rejected'
  if (wastes > 0) return counts > 0 ? 'part' : 'wasted'
  if (counts > 0) return 'counts'
  return carries > 0 ? 'carries' : 'nothing'
}

/** The holdings for which finishing the course now would burn something that could serve later. */
export const wasting = (worth: readonly HoldingWorth[]): readonly HoldingWorth[] =>
  worth.filter(({ burns }) => burns > 0)
