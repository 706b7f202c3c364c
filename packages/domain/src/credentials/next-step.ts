import { type Amount, type Day, subtractAmounts, ZERO } from '../kernel/index.ts'
import { type MissingPart, readMissing } from '../rules/codes.ts'
import type { Standing } from './standing.ts'

/** A course that this person could finish, and how near it is: begun, owned, or in the catalogue. */
export interface CourseOption {
  readonly id: string
  readonly hold: 'started' | 'owned' | 'offered'
}

/** Courses to leave for the next cycle, and what finishing all of them now would waste. */
export interface Keep {
  readonly courses: readonly string[]
  readonly waste: Amount
  /** The first day on which they count for the next cycle; null where it is not known. */
  readonly from: Day | null
}

/** The one thing to do next for a holding; people's words are made from it. Courses are ids. */
export type NextStep =
  | { readonly code: 'nothing' | 'permanent' | 'application-open' | 'audit' }
  | { readonly code: 'renew'; readonly by: Day | null; readonly keep: Keep | null }
  /** Everything is there; the body accepts the renewal from this day. */
  | { readonly code: 'wait'; readonly from: Day | null }
  /** Any one of these courses is enough. */
  | { readonly code: 'take-one'; readonly courses: readonly string[]; readonly keep: Keep | null }
  /** All of these courses together are enough; `started` where they only need finishing. */
  | {
      readonly code: 'take'
      readonly courses: readonly string[]
      readonly started: boolean
      readonly keep: Keep | null
    }
  | { readonly code: 'take-and-earn'; readonly courses: readonly string[]; readonly needed: Amount }
  | { readonly code: 'earn'; readonly needed: Amount; readonly parts: readonly MissingPart[] }
  | { readonly code: 'card'; readonly type: string; readonly detail: string | null }
  | { readonly code: 'duty'; readonly duty: string }
  | { readonly code: 'out-of-time'; readonly expiredOn: Day | null }

export interface NextStepInput {
  readonly standing: Standing
  /** Whether an application to renew this cycle waits for its decision. */
  readonly applied: boolean
  readonly options: readonly CourseOption[]
  /** The standing of the same day had these courses been finished on it. */
  readonly after: (taken: readonly CourseOption[]) => Standing
}

/** Courses looked at, nearest first, and how many at once: 92 evaluations at most. */
const LOOKED_AT = 8
const AT_ONCE = 3

const CREDIT_KINDS: readonly MissingPart['kind'][] = ['credits', 'category', 'categories', 'subperiod']
const NEARNESS = { started: 0, owned: 1, offered: 2 } as const

/**
 * What to do next: apply, else the missing credits by the courses that cost and waste least, else the card, the duty,
 * the waiting. Courses already owned go before those to be bought, then least waste, then fewest.
 */
export function nextStep(input: NextStepInput): NextStep {
  const { standing, applied } = input
  if (applied) return { code: 'application-open' }
  if (standing.status === 'permanent') return { code: 'permanent' }
  if (standing.canRenew === true) return { code: 'renew', by: renewBy(standing), keep: keepOf(input, []) }
  const parts = standing.missing.map(readMissing)
  if (parts.some((part) => part.incurable || part.kind === 'submission-window') || standing.status === 'lapsed')
    return { code: 'out-of-time', expiredOn: standing.expiresOn }
  const credits = parts.filter((part) => CREDIT_KINDS.includes(part.kind))
  if (credits.length > 0) return stepToCredits(input, credits)
  return stepBesideCredits(standing, parts)
}

/** In time: the last day of the term, because what is late costs more; after it the last day that is still accepted. */
const renewBy = ({ status, expiresOn, fileBy }: Standing): Day | null =>
  status === 'active' || status === 'due_soon' ? expiresOn : (fileBy ?? expiresOn)

function stepBesideCredits(standing: Standing, parts: readonly MissingPart[]): NextStep {
  const of = (kind: MissingPart['kind']): MissingPart | undefined => parts.find((part) => part.kind === kind)
  const card = of('card')
  if (card) return { code: 'card', type: card.subject, detail: card.detail }
  const duty = of('annual')
  if (duty) return { code: 'duty', duty: duty.subject }
  if (of('audit')) return { code: 'audit' }
  if (of('renewal-window')) return { code: 'wait', from: standing.fileFrom }
  return { code: 'nothing' }
}

interface Candidate {
  readonly taken: readonly CourseOption[]
  readonly after: Standing
}

function stepToCredits(input: NextStepInput, parts: readonly MissingPart[]): NextStep {
  const candidates = candidatesOf(input)
  const enough = candidates.filter(
    ({ after }) => !after.missing.some((code) => CREDIT_KINDS.includes(readMissing(code).kind)),
  )
  const best = enough.reduce<Candidate | undefined>((a, b) => (a && compare(a, b) <= 0 ? a : b), undefined)
  if (!best) return stepInPart(input.standing, candidates, parts)
  const ties = enough.filter((other) => compare(other, best) === 0)
  const keep = keepOf(input, best.taken)
  if (best.taken.length === 1 && ties.length > 1) {
    const courses = ties.flatMap(({ taken }) => taken.map((option) => option.id))
    // Which of them is taken is the person's choice, so which is kept is open too.
    return {
      code: 'take-one',
      courses,
      keep: keep && { ...keep, courses: keep.courses.filter((id) => !courses.includes(id)) },
    }
  }
  return {
    code: 'take',
    courses: best.taken.map((option) => option.id),
    started: best.taken.every((option) => option.hold === 'started'),
    keep,
  }
}

function stepInPart(standing: Standing, candidates: readonly Candidate[], parts: readonly MissingPart[]): NextStep {
  const counted = (of: Standing): number => of.counted ?? 0
  const best = candidates.reduce<Candidate | undefined>((a, b) => {
    if (!a || counted(b.after) > counted(a.after)) return b
    return counted(b.after) === counted(a.after) && compare(b, a) < 0 ? b : a
  }, undefined)
  if (best && counted(best.after) > counted(standing))
    return { code: 'take-and-earn', courses: best.taken.map((option) => option.id), needed: best.after.needed ?? ZERO }
  return { code: 'earn', needed: standing.needed ?? ZERO, parts }
}

function candidatesOf({ options, after }: NextStepInput): readonly Candidate[] {
  const near = [...options].sort((a, b) => NEARNESS[a.hold] - NEARNESS[b.hold]).slice(0, LOOKED_AT)
  const sets: CourseOption[][] = []
  const grow = (taken: CourseOption[], from: number): void => {
    for (const [offset, option] of near.slice(from).entries()) {
      const more = [...taken, option]
      sets.push(more)
      if (more.length < AT_ONCE) grow(more, from + offset + 1)
    }
  }
  grow([], 0)
  return sets.map((taken) => ({ taken, after: after(taken) }))
}

/** Fewest to buy, least wasted, fewest, most begun. */
function compare(a: Candidate, b: Candidate): number {
  const count = ({ taken }: Candidate, hold: CourseOption['hold']): number =>
    taken.filter((option) => option.hold === hold).length
  return (
    count(a, 'offered') - count(b, 'offered') ||
    a.after.wasted - b.after.wasted ||
    a.taken.length - b.taken.length ||
    count(b, 'started') - count(a, 'started')
  )
}

/** What of the own courses is better left for the next cycle, once `taken` are finished in this one. */
function keepOf({ standing, options, after }: NextStepInput, taken: readonly CourseOption[]): Keep | null {
  const own = options.filter((option) => option.hold !== 'offered')
  const rest = own.filter((option) => !taken.includes(option))
  if (rest.length === 0) return null
  const waste = subtractAmounts(after([...taken, ...rest]).wasted, after(taken).wasted)
  return waste > 0 ? { courses: rest.map((option) => option.id), waste, from: standing.nextCycle?.from ?? null } : null
}
