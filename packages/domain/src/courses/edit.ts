import { z } from 'zod'
import { err, ok, type Result } from '../kernel/index.ts'
import { type CourseBody, courseFields, lessonSchema, questionSchema } from './body.ts'
import { contentKey } from './plain-text.ts'

/** Everything of a body but its lessons and questions; code, kind and language stay as they were made. */
export const aboutSchema = courseFields.omit({ code: true, kind: true, lessons: true, questions: true })

/** One step of an author. A lesson or question whose key is new is added at the end. */
export const draftEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('about'), about: aboutSchema }),
  z.strictObject({ kind: z.literal('lesson'), lesson: lessonSchema }),
  z.strictObject({ kind: z.literal('question'), question: questionSchema }),
  z.strictObject({ kind: z.literal('remove'), part: z.enum(['lesson', 'question']), key: contentKey }),
  z.strictObject({
    kind: z.literal('move'),
    part: z.enum(['lesson', 'question']),
    key: contentKey,
    by: z.union([z.literal(-1), z.literal(1)]),
  }),
])
export type DraftEdit = z.infer<typeof draftEditSchema>

/** The body after an edit. Error `part.unknown` where the lesson or question to remove or move is not there. */
export function applyEdit(body: CourseBody, edit: DraftEdit): Result<CourseBody, 'part.unknown'> {
  switch (edit.kind) {
    case 'about':
      return ok({ ...body, ...edit.about })
    case 'lesson':
      return ok({ ...body, lessons: put(body.lessons, edit.lesson) })
    case 'question':
      return ok({ ...body, questions: put(body.questions, edit.question) })
    case 'remove':
    case 'move': {
      const change = <T extends Keyed>(items: readonly T[]): T[] | undefined =>
        edit.kind === 'remove' ? without(items, edit.key) : moved(items, edit)
      if (edit.part === 'lesson') {
        const lessons = change(body.lessons)
        return lessons ? ok({ ...body, lessons }) : err('part.unknown')
      }
      const questions = change(body.questions)
      return questions ? ok({ ...body, questions }) : err('part.unknown')
    }
  }
}

interface Keyed {
  readonly key: string
}

function put<T extends Keyed>(items: readonly T[], item: T): T[] {
  const known = items.some((each) => each.key === item.key)
  return known ? items.map((each) => (each.key === item.key ? item : each)) : [...items, item]
}

function without<T extends Keyed>(items: readonly T[], key: string): T[] | undefined {
  const left = items.filter((each) => each.key !== key)
  return left.length < items.length ? left : undefined
}

/** One place up or down; at the end it stays. */
function moved<T extends Keyed>(
  items: readonly T[],
  { key, by }: { readonly key: string; readonly by: -1 | 1 },
): T[] | undefined {
  const at = items.findIndex((each) => each.key === key)
  const item = items[at]
  if (!item) return undefined
  const rest = items.filter((each) => each.key !== key)
  const to = Math.min(Math.max(0, at + by), rest.length)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}
