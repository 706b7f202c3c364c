import { type CourseApproval, creditsOn } from '../courses/index.ts'
import { type At, burnOf, evaluate, type Finish, type HoldingFacts, type Standing } from '../credentials/index.ts'
import { type Amount, addAmounts, addDays, type Day, subtractAmounts, ZERO } from '../kernel/index.ts'
import type { CreditLine } from '../ledger/index.ts'
import type { Award, CompiledPack } from '../rules/index.ts'

/** A course and what bodies give for it. */
export interface CreditedCourse {
  readonly id: string
  readonly approvals: readonly CourseApproval[]
}

export interface WorthQuestion {
  readonly packId: string
  readonly pack: CompiledPack
  readonly facts: HoldingFacts
  readonly course: CreditedCourse
  /** Courses begun and not finished: they are taken as finished today, because that is what was begun for. */
  readonly planned: readonly CreditedCourse[]
  readonly at: At
}

/** What finishing a course today would do for one holding, in the unit of its pack. */
export interface CourseWorth {
  /** What the body gives for it. */
  readonly credits: Amount
  readonly counts: Amount
  readonly wastes: Amount
  /** The part of `wastes` that there would be with no other course begun. */
  readonly wastesAlone: Amount
  readonly carries: Amount
  /** It alone makes the holding renewable. */
  readonly completes: boolean
  /** Why the rules would refuse it outright, where they would. */
  readonly rejected: string | null
  /** What finishing it today would burn though it could serve later: the save-it guard is shown where it is more than nothing. */
  readonly burns: Amount
  /** The part of `burns` that there would be with no other course begun. */
  readonly burnsAlone: Amount
  /** Where it would burn something: the first day from which it would count in full; null where none is known. */
  readonly fullFrom: Day | null
}

/** What a course is worth to one holding now; null where the body of that holding gives nothing for it. */
export function courseWorth(question: WorthQuestion): CourseWorth | null {
  const { packId, pack, facts, course, planned, at } = question
  const lines = linesOf(course, packId, at.asOf)
  if (lines.length === 0) return null
  const own = awardsOf(course, packId, at.asOf)
  const others = planned.filter((other) => other.id !== course.id).flatMap((other) => awardsOf(other, packId, at.asOf))
  const alone = difference(pack, facts, { own, at })
  const base = { ...facts, awards: [...facts.awards, ...others] }
  const beside = others.length === 0 ? alone : difference(pack, base, { own, at })
  const finish = courseFinish(course, packId)
  // What counts or is carried in full burns nothing: most courses need no further question.
  const burnUnder = (of: HoldingFacts, { wastes, rejected }: Difference) =>
    wastes > 0 || rejected !== null ? burnOf(pack, of, finish, at) : null
  const burn = burnUnder(base, beside)
  const burnAlone = others.length === 0 ? burn : burnUnder(facts, alone)
  return {
    credits: lines.reduce((sum, line) => addAmounts(sum, line.amount), ZERO),
    ...beside,
    wastesAlone: alone.wastes,
    burns: burn?.lost ?? ZERO,
    burnsAlone: burnAlone?.lost ?? ZERO,
    fullFrom: burn?.fullFrom ?? null,
  }
}

/** Finishing a course, under one pack, as the save-it guard asks for it. */
export const courseFinish = (course: CreditedCourse, packId: string): Finish => ({
  awardsOn: (day) => awardsOf(course, packId, day),
  changesOn: course.approvals
    .filter((approval) => approval.packId === packId)
    .flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)])),
})

const linesOf = (course: CreditedCourse, packId: string, on: Day): readonly CreditLine[] =>
  creditsOn(course.approvals, on).filter((line) => line.packId === packId)

/** The awards that finishing the course on a day gives under one pack; of several lines each is a part of it. */
export function awardsOf(course: CreditedCourse, packId: string, on: Day): readonly Award[] {
  const lines = linesOf(course, packId, on)
  const id = `planned:${course.id}`
  return lines.map((line) => ({
    id: lines.length === 1 ? id : `${id}:${line.category}`,
    completedOn: on,
    kind: 'course',
    decision: 'approved',
    category: line.category === '' ? null : line.category,
    credits: line.amount,
    approvedOn: on,
    courseId: course.id,
    splitOf: lines.length === 1 ? undefined : id,
  }))
}

type Difference = Pick<CourseWorth, 'counts' | 'wastes' | 'carries' | 'completes' | 'rejected'>

function difference(
  pack: CompiledPack,
  facts: HoldingFacts,
  { own, at }: { readonly own: readonly Award[]; readonly at: At },
): Difference {
  const before = evaluate(pack, facts, at)
  const after = evaluate(pack, { ...facts, awards: [...facts.awards, ...own] }, at)
  const gain = (figure: (standing: Standing) => Amount | null): Amount =>
    subtractAmounts(figure(after) ?? ZERO, figure(before) ?? ZERO)
  return {
    counts: gain((standing) => standing.counted),
    wastes: gain((standing) => standing.wasted),
    carries: gain((standing) => standing.carriedOut),
    completes: before.canRenew !== true && after.canRenew === true,
    rejected: after.rejected.find((each) => own.some((award) => award.id === each.award))?.reason ?? null,
  }
}
