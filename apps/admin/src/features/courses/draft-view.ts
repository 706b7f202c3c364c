import type { Caller } from '../../server/bridge.ts'

export type CourseListItem = Awaited<ReturnType<Caller['courses']['list']>>[number]
export type Draft = Awaited<ReturnType<Caller['courses']['draft']>>
export type CreditsPage = Awaited<ReturnType<Caller['courses']['credits']>>
export type OfferPage = Awaited<ReturnType<Caller['courses']['offer']>>
export type StoredEdit = Draft['edits'][number]

export const draftHref = (courseId: string): string => `/courses/${courseId}`

/** The page on which a part of a draft is edited. */
export const partHref = (courseId: string, part: 'lesson' | 'question' | 'about', key: string): string =>
  part === 'about' ? `/courses/${courseId}/about` : `/courses/${courseId}/${part}s/${encodeURIComponent(key)}`

/** The part that a fault lies in, from its field (`lessons.KEY.title`, `questions.KEY.options`, `title`). */
export function partOfFault(field: string): { readonly part: 'lesson' | 'question' | 'about'; readonly key: string } {
  const [area, key] = field.split('.')
  if (key !== undefined && area === 'lessons') return { part: 'lesson', key }
  if (key !== undefined && area === 'questions') return { part: 'question', key }
  return { part: 'about', key: field }
}

/** A key for a new part; it stays with the part through all versions. */
export const newKey = (part: 'lesson' | 'question'): string => `${part}-${crypto.randomUUID().slice(0, 8)}`
