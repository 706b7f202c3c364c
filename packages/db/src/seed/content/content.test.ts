import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Node {
  type: string
  text?: string
  attrs?: Record<string, unknown> & { svg?: { viewBox: string; shapes: Shape[] } }
  content?: Node[]
}

interface Shape {
  kind: string
  x?: number
  y?: number
  text?: string
  stroke?: string
  fill?: string
}

interface Option {
  key: string
  text: string
  correct: boolean
  feedback: string
}

interface Question {
  key: string
  type: string
  stem: string
  options: Option[]
  feedback: string
  lesson: string
  difficulty: number
}

interface Course {
  code: string
  title: string
  subtitle: string
  summary: string
  language: string
  kind: string
  hours: number
  outcomes: string[]
  passMark: number
  quizDraws: number
  quizMinutes: number
  completion: string
  sources: { title: string; publisher: string; year?: number; url?: string }[]
  lessons: {
    key: string
    title: string
    minutes: number
    document: { schema: number; content: Node[] }
    practice?: { prompt: string; minEntries: number }
  }[]
  questions: Question[]
}

const folder = new URL('.', import.meta.url)
const courses = readdirSync(folder)
  .filter((name) => name.endsWith('.course.json'))
  .map((name): { name: string; course: Course } => ({
    name,
    course: JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
  }))

/** The courses that are specializations, and what a small course needs instead. */
const large = { lessons: 6, questions: 34, single: 22, multiple: 6, draws: 20 }
const small = { lessons: 2, questions: 10, single: 5, multiple: 1, draws: 8 }

const blockTypes = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'callout',
  'figure',
  'table',
  'sourceList',
])
const colors = new Set(
  'none ink muted line surface sunken accent accent-soft soon soon-soft out out-soft info info-soft'.split(' '),
)
const bodyNames = /\b(NASM|ACE|ISSA|ACSM|NSCA|NCSF|AFAA|NFPT|NESTA|CIMSPA|REPs|EREPS|NCCA|CPT|CSCS)\b/

function walk(nodes: readonly Node[], visit: (node: Node) => void): void {
  for (const node of nodes) {
    visit(node)
    walk(node.content ?? [], visit)
  }
}

/** Words a reader reads in the text itself: the list of sources and the figures are not counted. */
function wordsIn(nodes: readonly Node[]): number {
  let words = 0
  walk(nodes, (node) => {
    words += node.text?.split(/\s+/).filter(Boolean).length ?? 0
  })
  return words
}

function figuresIn(nodes: readonly Node[]): Node[] {
  return nodes.filter((node) => node.type === 'figure')
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

it('finds the demo courses, each under a code of its own', () => {
  expect(courses.map(({ course }) => course.code).sort()).toEqual(['CES', 'ETHICS', 'PES', 'SCREEN'])
})

describe.each(courses)('$name', ({ course }) => {
  const bar = course.kind === 'specialization' ? large : small
  const count = (type: string) => course.questions.filter((question) => question.type === type).length

  it('is large enough for its quiz', () => {
    expect(['specialization', 'course']).toContain(course.kind)
    expect(course.lessons.length).toBeGreaterThanOrEqual(bar.lessons)
    expect(course.questions.length).toBeGreaterThanOrEqual(bar.questions)
    expect(count('single')).toBeGreaterThanOrEqual(bar.single)
    expect(count('multiple')).toBeGreaterThanOrEqual(bar.multiple)
    expect(count('true-false')).toBeLessThanOrEqual(6)
    expect(count('single') + count('multiple') + count('true-false')).toBe(course.questions.length)
    expect(course.quizDraws).toBe(bar.draws)
    expect(course.passMark).toBe(70)
  })

  it('says what it is, for whom no field is empty', () => {
    const { subtitle, summary, completion, language, hours, quizMinutes, outcomes } = course
    expect(language).toBe('en')
    for (const text of [subtitle, summary, completion, ...outcomes]) expect(text.trim().length).toBeGreaterThan(10)
    for (const number of [hours, quizMinutes, ...course.lessons.map((lesson) => lesson.minutes)]) {
      expect(Number.isInteger(number) && number > 0).toBe(true)
    }
    expect(completion).toContain(`${course.quizDraws} questions`)
    expect(course.sources.every((source) => source.title && source.publisher)).toBe(true)
  })

  it('claims nobody else’s name in a title', () => {
    for (const title of [course.title, course.subtitle, ...course.lessons.map((lesson) => lesson.title)]) {
      expect(title).not.toMatch(bodyNames)
    }
  })

  it('has keys that are unique', () => {
    expect(repeated(course.lessons.map((lesson) => lesson.key))).toEqual([])
    expect(repeated(course.questions.map((question) => question.key))).toEqual([])
    expect(repeated(course.questions.map((question) => question.stem))).toEqual([])
  })

  it.each(course.lessons)('lesson $key is worth reading and names its sources', ({ document, practice }) => {
    expect(document.schema).toBe(1)
    expect(document.content.filter((block) => !blockTypes.has(block.type))).toEqual([])
    expect(wordsIn(document.content)).toBeGreaterThanOrEqual(450)
    const last = document.content.at(-1)
    expect(last?.type).toBe('sourceList')
    const known = new Set(course.sources.map((source) => source.title))
    for (const source of last?.content ?? []) expect(known).toContain(source.attrs?.title)
    if (practice) expect(practice.minEntries).toBeGreaterThanOrEqual(1)
  })

  it('shows a figure in every second lesson at least', () => {
    const bare = course.lessons.map(({ document }) => figuresIn(document.content).length === 0)
    expect(bare.some((isBare, index) => isBare && bare[index + 1] === true)).toBe(false)
    expect(bare.filter((isBare) => !isBare).length).toBeGreaterThanOrEqual(Math.ceil(bare.length / 2))
  })

  it('draws figures whose words lie inside and whose colours are the theme’s', () => {
    for (const { attrs } of course.lessons.flatMap(({ document }) => figuresIn(document.content))) {
      const [left = 0, top = 0, width = 0, height = 0] = (attrs?.svg?.viewBox ?? '').split(' ').map(Number)
      expect(String(attrs?.alt).length).toBeGreaterThan(40)
      expect(String(attrs?.caption).length).toBeGreaterThan(10)
      for (const { kind, x = Number.NaN, y = Number.NaN, text, stroke, fill } of attrs?.svg?.shapes ?? []) {
        expect(colors).toContain(stroke ?? 'none')
        expect(colors).toContain(fill ?? 'none')
        if (kind !== 'text') continue
        expect(text).toBeTruthy()
        expect(x >= left && x <= left + width && y >= top && y <= top + height, `${text} at ${x}, ${y}`).toBe(true)
      }
    }
  })

  it.each(course.questions)('question $key can be answered, marked and explained', (question) => {
    const { type, options, feedback, lesson, difficulty } = question
    const right = options.filter((option) => option.correct).length
    expect(repeated(options.map((option) => option.key))).toEqual([])
    expect(repeated(options.map((option) => option.text))).toEqual([])
    if (type === 'true-false') expect(options.map((option) => option.key)).toEqual(['true', 'false'])
    else expect(options.length).toBeGreaterThanOrEqual(4)
    if (type === 'multiple') expect(right > 0 && right < options.length).toBe(true)
    else expect(right).toBe(1)
    expect(course.lessons.map((each) => each.key)).toContain(lesson)
    expect([1, 2, 3]).toContain(difficulty)
    expect(feedback.length).toBeGreaterThan(20)
    expect(options.every((option) => option.feedback.length > 0)).toBe(true)
  })

  it('asks about every lesson', () => {
    const asked = new Set(course.questions.map((question) => question.lesson))
    expect(course.lessons.filter((lesson) => !asked.has(lesson.key))).toEqual([])
  })
})
