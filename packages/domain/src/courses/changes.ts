import type { CourseBody } from './body.ts'

/** A part of a course body: `about` (title, hours, pass mark …), one lesson or one question. */
export type PartKind = 'about' | 'lesson' | 'question'

export interface PartChange {
  readonly kind: PartKind
  /** Key of the lesson or question; the name of the field for `about`. */
  readonly key: string
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  /** What people call it: the title or stem after the change, or before where it is gone. */
  readonly name: string
}

interface Named {
  readonly key: string
  readonly name: string
  readonly text: string
  readonly at: number
}

const { stringify } = JSON

function partsOf(body: CourseBody): Readonly<Record<PartKind, ReadonlyMap<string, Named>>> {
  const { lessons, questions, ...about } = body
  const named = (items: readonly Named[]) => new Map(items.map((item) => [item.key, item]))
  return {
    about: named(Object.entries(about).map(([key, value]) => ({ key, name: key, text: stringify(value), at: 0 }))),
    lesson: named(lessons.map((item, at) => ({ key: item.key, name: item.title, text: stringify(item), at }))),
    question: named(questions.map((item, at) => ({ key: item.key, name: item.stem, text: stringify(item), at }))),
  }
}

/** Whether what both have stands in the same order; a part is `moved` where the part before it is another one. */
function orderOf(parts: ReadonlyMap<string, Named>, other: ReadonlyMap<string, Named>): ReadonlyMap<string, string> {
  const kept = [...parts.keys()].filter((key) => other.has(key))
  return new Map(kept.map((key, index) => [key, kept[index - 1] ?? '']))
}

function compare(kind: PartKind, before: ReadonlyMap<string, Named>, after: ReadonlyMap<string, Named>): PartChange[] {
  const orderBefore = orderOf(before, after)
  const orderAfter = orderOf(after, before)
  const found: PartChange[] = []
  for (const [key, part] of after) {
    const old = before.get(key)
    const about = { kind, key, name: part.name }
    if (!old) found.push({ ...about, change: 'added' })
    else if (old.text !== part.text) found.push({ ...about, change: 'changed' })
    else if (kind !== 'about' && orderBefore.get(key) !== orderAfter.get(key)) found.push({ ...about, change: 'moved' })
  }
  for (const [key, part] of before) if (!after.has(key)) found.push({ kind, key, name: part.name, change: 'removed' })
  return found
}

/** What differs between two bodies, part by part; empty where they say the same. */
export function changesBetween(before: CourseBody, after: CourseBody): readonly PartChange[] {
  const old = partsOf(before)
  const now = partsOf(after)
  return (['about', 'lesson', 'question'] as const).flatMap((kind) => compare(kind, old[kind], now[kind]))
}
