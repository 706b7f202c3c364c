import { type Day, formatDay } from '@gs/domain'
import type { NextStep } from '@gs/domain/credentials'
import { awardsOf } from '@gs/domain/enrollments'
import type { MissingPart } from '@gs/domain/rules'
import type { HoldingContext } from './holding-context.ts'

export interface CourseName {
  readonly code: string
  readonly title: string
  /** What the body of this holding gives for it. */
  readonly amount: number
}

/** As the domain's `NextStep`, with courses by name and days as text. */
export interface NextStepView {
  readonly code: NextStep['code']
  readonly courses: readonly CourseName[]
  readonly started: boolean
  readonly keep: {
    readonly courses: readonly CourseName[]
    readonly waste: number
    readonly from: string | null
  } | null
  readonly needed: number | null
  readonly parts: readonly MissingPart[]
  readonly day: string | null
  readonly card: { readonly type: string; readonly detail: string | null } | null
  readonly duty: string | null
}

const text = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** A course by its id, with what the body of the holding gives for it. */
export function courseName(id: string, packId: string, { courses, today }: HoldingContext): CourseName | undefined {
  const course = courses.find((each) => each.id === id)
  if (!course) return undefined
  const amount = awardsOf(course, packId, today).reduce((sum, award) => sum + (award.credits ?? 0), 0)
  return { code: course.code, title: course.title, amount }
}

/** A next step as plain JSON. */
export function stepView(step: NextStep, nameOf: (id: string) => CourseName | undefined): NextStepView {
  const named = (ids: readonly string[]): readonly CourseName[] =>
    ids.map(nameOf).filter((course) => course !== undefined)
  const keep = 'keep' in step ? step.keep : null
  return {
    code: step.code,
    courses: 'courses' in step ? named(step.courses) : [],
    started: step.code === 'take' && step.started,
    keep: keep && { courses: named(keep.courses), waste: keep.waste, from: text(keep.from) },
    needed: 'needed' in step ? step.needed : null,
    parts: step.code === 'earn' ? step.parts : [],
    day: text(dayOf(step)),
    card: step.code === 'card' ? { type: step.type, detail: step.detail } : null,
    duty: step.code === 'duty' ? step.duty : null,
  }
}

function dayOf(step: NextStep): Day | null {
  switch (step.code) {
    case 'renew':
      return step.by
    case 'wait':
      return step.from
    case 'out-of-time':
      return step.expiredOn
    default:
      return null
  }
}
