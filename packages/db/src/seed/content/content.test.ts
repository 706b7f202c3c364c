import { readdirSync, readFileSync } from 'node:fs'
import { type CourseBody, courseBodySchema, type DocumentNode, faultsOf } from '@gs/domain/courses'
import { describe, expect, it } from 'vitest'

const folder = new URL('.', import.meta.url)
const courses = readdirSync(folder)
  .filter((name) => name.endsWith('.course.json'))
  .map((name): { name: string; course: CourseBody } => ({
    name,
    course: courseBodySchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  }))

/** What a specialization needs, and what a small course does. */
const large = { lessons: 6, questions: 34, single: 22, multiple: 6, draws: 20 }
const small = { lessons: 2, questions: 10, single: 5, multiple: 1, draws: 8 }

const bodyNames = /\b(NASM|ACE|ISSA|ACSM|NSCA|NCSF|AFAA|NFPT|NESTA|CIMSPA|REPs|EREPS|NCCA|CPT|CSCS)\b/

/** Words a reader reads in the text itself: the list of sources and the figures are not counted. */
function wordsIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, each) => sum + wordsIn(each), 0)
  if (typeof node !== 'object' || node === null) return 0
  if ('text' in node) return String(node.text).split(/\s+/).filter(Boolean).length
  return 'content' in node ? wordsIn(node.content) : 0
}

const figuresIn = ({ content }: DocumentNode) => content.filter((block) => block.type === 'figure')

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

it('finds the demo courses, each under a code of its own', () => {
  expect(courses.map(({ course }) => course.code).sort()).toEqual(['CES', 'ETH', 'MSW', 'PES'])
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

  it('could be published as it stands', () => {
    expect(faultsOf(course)).toEqual([])
  })

  it('says what it is, with no field left empty', () => {
    const { subtitle, summary, completion, language, hours, quizMinutes, outcomes } = course
    expect(language).toBe('en')
    for (const text of [subtitle, summary, completion, ...outcomes]) expect(text.trim().length).toBeGreaterThan(10)
    for (const number of [hours, quizMinutes, ...course.lessons.map((lesson) => lesson.minutes)]) {
      expect(number).toBeGreaterThan(0)
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

  it.each(course.lessons)('lesson $key is worth reading and names its sources', ({ document }) => {
    expect(wordsIn(document.content)).toBeGreaterThanOrEqual(450)
    const known = new Set(course.sources.map((source) => source.title))
    const last = document.content.at(-1)
    const named = last?.type === 'sourceList' ? last.content.map((source) => source.attrs.title) : []
    expect(named.length).toBeGreaterThan(0)
    for (const title of named) expect(known).toContain(title)
  })

  it('shows a figure in every second lesson at least', () => {
    const bare = course.lessons.map(({ document }) => figuresIn(document).length === 0)
    expect(bare.some((isBare, index) => isBare && bare[index + 1] === true)).toBe(false)
    expect(bare.filter((isBare) => !isBare).length).toBeGreaterThanOrEqual(Math.ceil(bare.length / 2))
  })

  it('draws figures whose words lie inside, and says what they show', () => {
    for (const { attrs } of course.lessons.flatMap(({ document }) => figuresIn(document))) {
      const [left = 0, top = 0, width = 0, height = 0] = attrs.svg.viewBox.split(' ').map(Number)
      expect(attrs.alt.length).toBeGreaterThan(40)
      expect(attrs.caption.length).toBeGreaterThan(10)
      for (const shape of attrs.svg.shapes) {
        if (shape.kind !== 'text') continue
        const { x, y, text } = shape
        expect(text).not.toBe('')
        expect(x >= left && x <= left + width && y >= top && y <= top + height, `${text} at ${x}, ${y}`).toBe(true)
      }
    }
  })

  it.each(course.questions)('question $key can be answered, marked and explained', (question) => {
    const { type, options, feedback, lesson } = question
    const right = options.filter((option) => option.correct).length
    expect(repeated(options.map((option) => option.key))).toEqual([])
    expect(repeated(options.map((option) => option.text))).toEqual([])
    if (type === 'true-false') expect(options.map((option) => option.key)).toEqual(['true', 'false'])
    else expect(options.length).toBeGreaterThanOrEqual(4)
    if (type === 'multiple') expect(right > 0 && right < options.length).toBe(true)
    else expect(right).toBe(1)
    expect(course.lessons.map((each) => each.key)).toContain(lesson)
    expect(feedback.length).toBeGreaterThan(20)
    for (const option of options) expect(option.feedback !== '', option.text).toBe(!option.correct)
  })
})
