import type { Visitor } from '../support/visitor.ts'
import { packed } from './payloads.ts'

const ALL = packed(4000).join(' ')
const text = (words: string) => [{ type: 'text', text: words }]
const paragraph = (words: string) => ({ type: 'paragraph', content: text(words) })

/** Every kind of block that a lesson can hold, with hostile words wherever it takes words. */
const DOCUMENT = {
  schema: 1,
  content: [
    { type: 'heading', attrs: { level: 2 }, content: text(`Heading ${ALL}`) },
    paragraph(ALL),
    {
      type: 'paragraph',
      content: [{ type: 'text', text: ALL, marks: [{ type: 'bold' }, { type: 'italic' }, { type: 'code' }] }],
    },
    { type: 'paragraph', content: [{ type: 'text', text: ALL, marks: [{ type: 'link', attrs: { href: '/learn' } }] }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(ALL)] }] },
    { type: 'orderedList', content: [{ type: 'listItem', content: text(ALL) }] },
    { type: 'blockquote', content: [paragraph(ALL)] },
    { type: 'callout', attrs: { tone: 'warning', title: packed(200)[0] }, content: [paragraph(ALL)] },
    {
      type: 'table',
      attrs: { caption: packed(500)[0] },
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: text(ALL) }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: text(ALL) }] },
      ],
    },
    {
      type: 'figure',
      attrs: {
        svg: { viewBox: '0 0 100 100', shapes: [{ kind: 'text', x: 1, y: 10, text: packed(200)[0] }] },
        caption: packed(1000)[0],
        alt: ALL,
      },
    },
    {
      type: 'sourceList',
      content: [{ type: 'source', attrs: { title: packed(500)[0], publisher: packed(300)[0], note: packed(1000)[0] } }],
    },
  ],
}

const option = (key: string, correct: boolean) => ({
  key,
  text: `${key} ${packed(990)[0]}`,
  correct,
  feedback: `${key} ${ALL}`,
})

const question = (key: string, lesson: string) => ({
  key,
  type: 'single',
  stem: `${key} ${ALL}`,
  options: [option('a', true), option('b', false), option('c', false)],
  feedback: `${key} ${ALL}`,
  lesson,
  difficulty: 1,
})

export interface HostileCourse {
  readonly courseId: string
  readonly code: string
  readonly versionId: string
  readonly lesson: string
  readonly question: string
}

/** A course of the console whose every field is hostile, published; links that are no links are refused on the way. */
export async function hostileCourse(author: Visitor): Promise<HostileCourse> {
  const code = `HOSTILE-${crypto.randomUUID().slice(0, 8).toUpperCase()}`
  const [title = ''] = packed(200)
  const { courseId } = await author.api.mutate<{ courseId: string }>('courses.create', { code, title, language: 'en' })
  let revision = 1
  const save = async (edit: unknown): Promise<void> => {
    ;({ revision } = await author.api.mutate<{ revision: number }>('courses.saveDraft', { courseId, revision, edit }))
  }
  await save({
    kind: 'about',
    about: {
      title,
      subtitle: packed(300)[0],
      summary: ALL,
      language: 'en',
      hours: 1,
      outcomes: packed(500),
      passMark: 70,
      quizDraws: 2,
      quizMinutes: 20,
      completion: packed(1000)[0],
      sources: [{ title: packed(500)[0], publisher: packed(300)[0] }],
    },
  })
  const lesson = { key: 'one', title, minutes: 5, document: DOCUMENT, practice: { prompt: ALL, minEntries: 1 } }
  await save({ kind: 'lesson', lesson })
  for (const key of ['q-1', 'q-2']) await save({ kind: 'question', question: question(key, 'one') })
  const { versionId } = await author.api.mutate<{ versionId: string }>('courses.publish', {
    courseId,
    revision,
    note: packed(1000)[0],
  })
  return { courseId, code, versionId, lesson: 'one', question: 'q-1' }
}
