import type { CourseBody, Lesson, Question } from './body.ts'

/** Why a draft cannot be published yet: where (a path such as `questions.q-7.options`) and a stable reason. */
export interface DraftFault {
  readonly field: string
  readonly reason: FaultReason
  readonly params?: Readonly<Record<string, string | number>>
}

export type FaultReason =
  | 'missing'
  | 'lessons.none'
  | 'lesson.empty'
  | 'questions.too-few'
  | 'options.too-few'
  | 'options.true-false'
  | 'options.repeated'
  | 'correct.one'
  | 'correct.some'
  | 'lesson.unknown'
  | 'lesson.unasked'

const MIN_OPTIONS = 3

/** Everything that stands between a draft and publication, in the order of the body; empty where it may go out. */
export function faultsOf(body: CourseBody): readonly DraftFault[] {
  return [
    ...required(body, ['title', 'subtitle', 'summary', 'completion'], ''),
    ...(body.hours > 0 ? [] : [missing('hours')]),
    ...(body.outcomes.some((outcome) => outcome.trim() !== '') ? [] : [missing('outcomes')]),
    ...(body.lessons.length > 0 ? [] : [{ field: 'lessons', reason: 'lessons.none' as const }]),
    ...body.lessons.flatMap((lesson) => lessonFaults(lesson)),
    ...bankFaults(body),
    ...body.questions.flatMap((question) => questionFaults(question, body)),
  ]
}

const missing = (field: string): DraftFault => ({ field, reason: 'missing' })

function required<K extends string>(
  item: Readonly<Record<K, string>>,
  keys: readonly K[],
  prefix: string,
): DraftFault[] {
  return keys.filter((key) => item[key].trim() === '').map((key) => missing(prefix + key))
}

/** The faults of one lesson by itself. */
export function lessonFaults(lesson: Lesson): readonly DraftFault[] {
  const at = `lessons.${lesson.key}.`
  return [
    ...required(lesson, ['title'], at),
    ...(lesson.minutes > 0 ? [] : [missing(`${at}minutes`)]),
    ...(lesson.document.content.length > 0 ? [] : [{ field: `${at}document`, reason: 'lesson.empty' as const }]),
    ...(lesson.practice ? required(lesson.practice, ['prompt'], `${at}practice.`) : []),
  ]
}

function bankFaults({ questions, quizDraws, lessons }: CourseBody): DraftFault[] {
  const asked = new Set(questions.map((question) => question.lesson))
  const tooFew: DraftFault[] =
    questions.length < quizDraws
      ? [{ field: 'questions', reason: 'questions.too-few', params: { have: questions.length, draws: quizDraws } }]
      : []
  const unasked = lessons.filter((lesson) => !asked.has(lesson.key))
  return [
    ...tooFew,
    ...unasked.map((lesson): DraftFault => ({ field: `lessons.${lesson.key}`, reason: 'lesson.unasked' })),
  ]
}

/** The faults of one question among the lessons of its course. */
export function questionFaults(question: Question, { lessons }: Pick<CourseBody, 'lessons'>): readonly DraftFault[] {
  const at = `questions.${question.key}.`
  const reasons = optionFaults(question).map((reason): DraftFault => ({ field: `${at}options`, reason }))
  const known = lessons.some((lesson) => lesson.key === question.lesson)
  return [
    ...required(question, ['stem', 'feedback'], at),
    ...question.options.flatMap((option) => required(option, ['text'], `${at}options.${option.key}.`)),
    ...reasons,
    ...(known ? [] : [{ field: `${at}lesson`, reason: 'lesson.unknown' as const }]),
  ]
}

function optionFaults({ type, options }: Question): FaultReason[] {
  const right = options.filter((option) => option.correct).length
  const texts = options.map((option) => option.text.trim().toLowerCase())
  const repeated: FaultReason[] = new Set(texts).size < texts.length ? ['options.repeated'] : []
  if (type === 'true-false') {
    const two = options.map((option) => option.key).join() === 'true,false'
    return [...(two ? [] : (['options.true-false'] as const)), ...(right === 1 ? [] : (['correct.one'] as const))]
  }
  const few: FaultReason[] = options.length < MIN_OPTIONS ? ['options.too-few'] : []
  if (type === 'single') return [...few, ...repeated, ...(right === 1 ? [] : (['correct.one'] as const))]
  // Where every option is right there is nothing to choose.
  const some = right > 0 && right < options.length
  return [...few, ...repeated, ...(some ? [] : (['correct.some'] as const))]
}
