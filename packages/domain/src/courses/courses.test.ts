import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amount, type Day, thousandths } from '../kernel/index.ts'
import {
  applyEdit,
  type CourseBody,
  changesBetween,
  courseBodySchema,
  creditsOn,
  documentSchema,
  faultsOf,
  isSafeHref,
} from './index.ts'

const option = (key: string, correct: boolean) => ({ key, text: `Option ${key}`, correct, feedback: '' })
const sound = (): CourseBody => ({
  code: 'DEMO',
  title: 'A course',
  subtitle: 'of two lessons',
  summary: 'What it is about',
  language: 'en',
  kind: 'course',
  hours: 4,
  outcomes: ['Know it'],
  passMark: 70,
  quizDraws: 2,
  quizMinutes: 10,
  completion: 'Read both lessons and pass the quiz',
  sources: [],
  lessons: ['one', 'two'].map((key) => ({
    key,
    title: `Lesson ${key}`,
    minutes: 10,
    document: {
      schema: 1 as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Words' }] }],
    },
  })),
  questions: ['one', 'two'].map((lesson) => ({
    key: `q-${lesson}`,
    type: 'single' as const,
    stem: `What of ${lesson}?`,
    options: [option('a', true), option('b', false), option('c', false)],
    feedback: 'Because',
    lesson,
    difficulty: 1 as const,
  })),
})
const change = (edit: (body: CourseBody) => void): CourseBody => {
  const body = structuredClone(sound())
  edit(body)
  return body
}

describe('a course body', () => {
  const folder = new URL('../../../db/src/seed/content/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.course.json'))

  it.each(files)('%s of the demo is one, and may be published', (name) => {
    const body = courseBodySchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    expect(faultsOf(body)).toEqual([])
    expect(courseBodySchema.parse(JSON.parse(JSON.stringify(body)))).toEqual(body)
  })

  it('refuses what it does not know, and keys that name two things', () => {
    expect(courseBodySchema.safeParse({ ...sound(), surprise: 1 }).success).toBe(false)
    const twice = courseBodySchema.safeParse(change((body) => body.lessons.push(...body.lessons.slice(0, 1))))
    expect(twice.error?.issues.map((issue) => [issue.message, issue.path.join('.')])).toEqual([
      ['key.repeated', 'lessons.2.key'],
    ])
  })
})

describe('a document', () => {
  const wrap = (node: unknown) => ({ schema: 1, content: [node] })
  const text = (words: string, ...marks: unknown[]) => ({
    type: 'text',
    text: words,
    ...(marks.length > 0 ? { marks } : {}),
  })
  const linked = (href: string) => wrap({ type: 'paragraph', content: [text('x', { type: 'link', attrs: { href } })] })
  const accepted = (document: unknown) => documentSchema.safeParse(document).success

  it('keeps hostile words as words', () => {
    const words = '<script>alert(1)</script>" onload="x'
    expect(documentSchema.parse(wrap({ type: 'paragraph', content: [text(words)] })).content[0]).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
    })
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'http://example.org',
    '//example.org',
    'java\nscript:x',
    '\\\\host',
    ' https://x',
    '',
  ])('refuses a link to %j', (href) => {
    expect(isSafeHref(href)).toBe(false)
    expect(accepted(linked(href))).toBe(false)
  })

  it.each(['https://example.org/a?b#c', '/learn', 'more', '#part', '?q=a:b'])('takes a link to %j', (href) => {
    expect(accepted(linked(href))).toBe(true)
  })

  it.each([
    { type: 'html', content: [] },
    { type: 'paragraph', content: [{ type: 'image' }] },
    { type: 'paragraph', onclick: 'x' },
    { type: 'heading', attrs: { level: 1 }, content: [] },
    { type: 'paragraph', content: [text('\u0000')] },
    { type: 'paragraph', content: [text('\ud800')] },
    {
      type: 'figure',
      attrs: { caption: '', alt: '', svg: { viewBox: '0 0 1 1', shapes: [{ kind: 'image', href: 'x' }] } },
    },
    {
      type: 'figure',
      attrs: { caption: '', alt: '', svg: { viewBox: '0 0 1 1', shapes: [{ kind: 'path', d: 'url(x)' }] } },
    },
  ])('refuses %j', (node) => {
    expect(accepted(wrap(node))).toBe(false)
  })

  it('refuses what is nested deeper than anyone can read, without losing its footing', () => {
    let node: unknown = { type: 'paragraph', content: [text('deep')] }
    for (let i = 0; i < 20_000; i += 1) node = { type: 'blockquote', content: [node] }
    expect(accepted(wrap(node))).toBe(false)
  })
})

describe('the faults of a draft', () => {
  const found = (edit: (body: CourseBody) => void) =>
    faultsOf(change(edit)).map(({ field, reason }) => `${field} ${reason}`)

  it('are none in a sound one', () => expect(faultsOf(sound())).toEqual([]))

  it('name the field and the reason', () => {
    expect(
      found((body) => {
        body.title = ' '
      }),
    ).toEqual(['title missing'])
    expect(
      found((body) => {
        body.quizDraws = 3
      }),
    ).toEqual(['questions questions.too-few'])
    expect(
      found((body) => {
        for (const each of body.questions) each.lesson = 'one'
      }),
    ).toEqual(['lessons.two lesson.unasked'])
    const first = (edit: (question: CourseBody['questions'][number]) => void) =>
      found((body) => {
        for (const each of body.questions.slice(0, 1)) edit(each)
      })
    expect(
      first((each) => {
        each.options = [option('a', true), option('b', true), option('c', false)]
      }),
    ).toEqual(['questions.q-one.options correct.one'])
    expect(
      first((each) => {
        each.options = [option('a', true)]
      }),
    ).toEqual(['questions.q-one.options options.too-few'])
    expect(
      first((each) => {
        each.type = 'multiple'
        each.options = each.options.map((o) => ({ ...o, correct: true }))
      }),
    ).toEqual(['questions.q-one.options correct.some'])
    expect(
      first((each) => {
        each.type = 'true-false'
      }),
    ).toEqual(['questions.q-one.options options.true-false'])
    expect(
      first((each) => {
        each.options = each.options.map((o) => ({ ...o, text: 'same' }))
      }),
    ).toEqual(['questions.q-one.options options.repeated'])
    expect(
      first((each) => {
        each.stem = ''
      }),
    ).toEqual(['questions.q-one.stem missing'])
    expect(
      found((body) => {
        for (const each of body.questions.slice(0, 1)) each.lesson = 'gone'
      }),
    ).toEqual(['lessons.one lesson.unasked', 'questions.q-one.lesson lesson.unknown'])
  })
})

describe('the changes between two bodies', () => {
  it('are none between equals, and name each part', () => {
    expect(changesBetween(sound(), sound())).toEqual([])
    const after = change((body) => {
      body.title = 'Another name'
      body.lessons.reverse()
      body.questions = body.questions.slice(1)
      for (const each of body.questions) each.stem = 'New?'
    })
    expect(changesBetween(sound(), after).map(({ kind, key, change: what }) => `${kind} ${key} ${what}`)).toEqual([
      'about title changed',
      'lesson two moved',
      'lesson one moved',
      'question q-two changed',
      'question q-one removed',
    ])
  })
})

it('awards for every body whose approval covers the day, and for no other', () => {
  const day = fc.integer({ min: 0, max: 30 }).map((n) => n as Day)
  const approval = fc.record({
    packId: fc.constantFrom('p1', 'p2', 'p3'),
    category: fc.constantFrom('', 'a'),
    amount: fc.integer({ min: 1, max: 5000 }).map((n): Amount => thousandths(n)),
    from: day,
    to: fc.option(day),
  })
  fc.assert(
    fc.property(fc.array(approval), day, (approvals, completedOn) => {
      const lines = creditsOn(approvals, completedOn)
      const covering = approvals.filter(({ from, to }) => from <= completedOn && completedOn <= (to ?? 999))
      expect(lines.length).toBe(covering.length)
      expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(
        covering.reduce((sum, each) => sum + each.amount, 0),
      )
      expect(creditsOn([...approvals].reverse(), completedOn).map((line) => line.packId)).toEqual(
        lines.map((line) => line.packId),
      )
    }),
  )
})

describe('an edit of a draft', () => {
  const keys = (body: CourseBody) => body.lessons.map((lesson) => lesson.key)
  const edited = (edit: Parameters<typeof applyEdit>[1], body = sound()) => {
    const result = applyEdit(body, edit)
    if (!result.ok) throw new Error(result.error)
    return result.value
  }

  it('changes one part and leaves the others alone', () => {
    const lesson = { ...(sound().lessons[0] as CourseBody['lessons'][number]), title: 'New title' }
    expect(changesBetween(sound(), edited({ kind: 'lesson', lesson })).map((each) => each.key)).toEqual(['one'])
    expect(keys(edited({ kind: 'lesson', lesson: { ...lesson, key: 'three' } }))).toEqual(['one', 'two', 'three'])
    expect(keys(edited({ kind: 'remove', part: 'lesson', key: 'one' }))).toEqual(['two'])
    expect(keys(edited({ kind: 'move', part: 'lesson', key: 'one', by: 1 }))).toEqual(['two', 'one'])
    expect(keys(edited({ kind: 'move', part: 'lesson', key: 'one', by: -1 }))).toEqual(['one', 'two'])
    expect(applyEdit(sound(), { kind: 'remove', part: 'question', key: 'gone' })).toEqual({
      ok: false,
      error: 'part.unknown',
    })
    expect(edited({ kind: 'move', part: 'question', key: 'q-two', by: -1 }).questions.map((each) => each.key)).toEqual([
      'q-two',
      'q-one',
    ])
  })

  it('of what a course is called keeps its code and content', () => {
    const { code, kind, lessons, questions, ...about } = sound()
    const after = edited({ kind: 'about', about: { ...about, title: 'Renamed' } })
    expect(after).toEqual({ ...sound(), title: 'Renamed' })
    expect([after.code, after.kind, after.lessons.length, after.questions.length]).toEqual([
      code,
      kind,
      lessons.length,
      questions.length,
    ])
  })
})
