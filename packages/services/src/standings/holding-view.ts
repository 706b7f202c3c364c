import { type Day, daysBetween, formatDay } from '@gs/domain'
import {
  type Allocation,
  allocate,
  type CourseOption,
  evaluate,
  type Fee,
  type NextStep,
  nextStep,
  type Standing,
  smallestChange,
} from '@gs/domain/credentials'
import { awardsOf } from '@gs/domain/enrollments'
import type { StandingStatus, Words } from '@gs/domain/rules'
import { type CycleView, cyclesOf, marksOf, type TimelineMark } from './cycle-track.ts'
import { countingCard, entryIdOf, type HoldingContext, type OpenCourse } from './holding-context.ts'
import type { HoldingStanding } from './judge-holding.ts'
import { courseName, type NextStepView, stepView } from './next-step-view.ts'
import { type Reason, type RulesView, reasonsOf, rulesOf } from './reasons.ts'

/** A holding as its holder sees it: days 'YYYY-MM-DD', amounts in thousandths of `unit`. */
export interface HoldingView {
  readonly holdingId: string
  /** The day of its figures: today where its body keeps its days. */
  readonly today: string
  readonly credential: { readonly code: string; readonly name: Words; readonly body: string }
  readonly kind: 'certification' | 'specialization'
  readonly source: 'confirmed' | 'declared'
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly issuedOn: string
  readonly status: StandingStatus
  readonly inForce: boolean | null
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly wasted: number
  readonly missing: readonly string[]
  readonly canRenew: boolean | null
  /** The least that would make it renewable; null where nothing would, or where it is. */
  readonly change: Words | null
  readonly expiresOn: string | null
  /** Days until the last day; negative after it. */
  readonly daysLeft: number | null
  readonly earnBy: string | null
  readonly fileFrom: string | null
  readonly fileBy: string | null
  readonly lateFee: Fee | null
  /** What the counted credits come from. */
  readonly parts: readonly CountedPart[]
  readonly next: NextStepView
  readonly cycles: readonly CycleView[]
  readonly marks: readonly TimelineMark[]
  readonly application: { readonly id: string; readonly appliedOn: string } | null
  readonly record: { readonly id: string; readonly number: string } | null
  readonly rules: RulesView
  readonly reasons: readonly Reason[]
}

export interface CountedPart {
  readonly kind: 'card' | 'award'
  /** The activity; for a card its type. */
  readonly title: string
  readonly amount: number
}

const text = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** One holding with everything that its card, its timeline and its reasons show. */
export function holdingView(judged: HoldingStanding, context: HoldingContext): HoldingView {
  const { holding, standing, pack, facts, at } = judged
  const { surroundings, today } = context
  const application = surroundings.applications.find((each) => each.holdingId === holding.id)
  const record = surroundings.records.find((each) => each.credential === holding.credential)
  const known = surroundings.credentials[holding.credential]
  const step = stepOf(judged, context, application !== undefined)
  const allocations = standing.required ? allocate(pack, facts, at) : []
  return {
    holdingId: holding.id,
    today: formatDay(today),
    credential: {
      code: holding.credential,
      name: context.names(holding.credential),
      body: known?.body ?? pack.pack.body.short,
    },
    kind: known?.kind ?? 'certification',
    source: holding.source,
    unit: { singular: pack.pack.unit.singular, plural: pack.pack.unit.plural },
    issuedOn: holding.issuedOn,
    ...figuresOf(standing, today),
    change: smallestChange(pack, facts, at)?.words ?? null,
    parts: partsOf(allocations, context),
    next: stepView(step, (id) => courseName(id, holding.packId, context)),
    cycles: cyclesOf(judged, context.person),
    marks: marksOf(judged, { ...context, allocations, step }),
    application: application ? { id: application.id, appliedOn: application.appliedOn } : null,
    record: record ? { id: record.id, number: record.number } : null,
    rules: rulesOf(judged),
    reasons: reasonsOf(judged),
  }
}

const figuresOf = (standing: Standing, today: Day) => ({
  status: standing.status,
  inForce: standing.inForce,
  required: standing.required,
  counted: standing.counted,
  needed: standing.needed,
  wasted: standing.wasted,
  missing: standing.missing,
  canRenew: standing.canRenew,
  expiresOn: text(standing.expiresOn),
  daysLeft: standing.expiresOn === null ? null : daysBetween(today, standing.expiresOn),
  earnBy: text(standing.earnBy),
  fileFrom: text(standing.fileFrom),
  fileBy: text(standing.fileBy),
  lateFee: standing.lateFee,
})

function stepOf(
  { holding, pack, facts, standing, at }: HoldingStanding,
  context: HoldingContext,
  applied: boolean,
): NextStep {
  const awards = new Map(context.courses.map((course) => [course.id, awardsOf(course, holding.packId, at.asOf)]))
  const options = context.courses
    .filter((course) => (awards.get(course.id)?.length ?? 0) > 0 && !isKept(course, context.today))
    .map((course): CourseOption => ({ id: course.id, hold: holdOf(course) }))
  return nextStep({
    standing,
    applied,
    options,
    after: (taken) =>
      evaluate(pack, { ...facts, awards: [...facts.awards, ...taken.flatMap(({ id }) => awards.get(id) ?? [])] }, at),
  })
}

/** Parked for a later day: it is not what comes next, whatever it would give. */
const isKept = ({ enrollment }: OpenCourse, today: Day): boolean =>
  enrollment?.status === 'parked' && (enrollment.parkedUntil === null || enrollment.parkedUntil > formatDay(today))

const holdOf = (course: OpenCourse): CourseOption['hold'] =>
  course.enrollment?.status === 'active' ? 'started' : course.owned ? 'owned' : 'offered'

/** Allocations of one award are one part; so are those of the card. */
function partsOf(allocations: readonly Allocation[], { person, today }: HoldingContext): readonly CountedPart[] {
  const sums = new Map<string, number>()
  for (const { awardId, amount } of allocations) {
    const source = awardId === 'card' ? awardId : entryIdOf(awardId)
    sums.set(source, (sums.get(source) ?? 0) + amount)
  }
  return [...sums].map(([source, amount]) =>
    source === 'card'
      ? { kind: 'card', title: countingCard(person, today)?.type ?? '', amount }
      : { kind: 'award', title: person.entries.find((entry) => entry.id === source)?.activity ?? '', amount },
  )
}
