import { addDays, contains, type Day, laterDay, ZERO } from '../kernel/index.ts'
import { compareOutcomes } from './aims.ts'
import { isAbout, lastAccepted, lastTooEarly } from './cards.ts'
import type { PlannedCycle } from './cycles.ts'
import { cardOf, creditFor, type PlanJudge } from './judge.ts'
import { barriersOf } from './moments.ts'
import { earliestFinishes, latestStarts } from './pace/capacity.ts'
import { AIMS, type Choice, type PlannedActivity, type PlanProblem, type PlanStep, type Service } from './problem.ts'

interface Span {
  readonly from: Day
  readonly by: Day
}

interface Context {
  readonly problem: PlanProblem
  readonly judge: PlanJudge
  readonly choices: readonly Choice[]
  /** Each cycle with the day on which the plan renews it. */
  readonly renewals: readonly { readonly cycle: PlannedCycle; readonly renewableOn: Day | null }[]
}

/** The days between which a finish may move without any change, pace aside. */
function spanOf({ problem, renewals }: Context, choice: Choice): Span {
  const activity = problem.activities[choice.activity] as PlannedActivity
  const { day } = choice
  let from = laterDay(problem.asOf, activity.availableFrom ?? problem.asOf)
  let by = Math.min(problem.until, activity.availableUntil ?? problem.until) as Day
  const before = (barrier: Day): void => {
    if (barrier < day) from = laterDay(from, addDays(barrier, 1))
    else by = Math.min(by, barrier) as Day
  }
  for (const { cycle, renewableOn } of renewals) {
    if (creditFor(activity, cycle.pack.pack.id)) {
      for (const barrier of barriersOf(cycle)) before(barrier)
      if (renewableOn !== null && day <= renewableOn && contains(cycle, day)) by = Math.min(by, renewableOn) as Day
    }
    if (activity.card) {
      const span = cardSpan(cycle, { card: activity.card, day, renewableOn })
      from = laterDay(from, span.from)
      by = Math.min(by, span.by) as Day
    }
  }
  return { from, by }
}

/** How far the day of a card may move so that one cycle does not notice. */
function cardSpan(
  cycle: PlannedCycle,
  { card, day, renewableOn }: { card: NonNullable<PlannedActivity['card']>; day: Day; renewableOn: Day | null },
): Span {
  let span: Span = { from: 0 as Day, by: Number.MAX_SAFE_INTEGER as Day }
  for (const { rule } of cycle.pack.cards) {
    if (!isAbout(rule, card.type)) continue
    if (rule.primitive === 'prerequisite/continuous') return { from: day, by: day }
    const last = (issued: Day): Day => lastAccepted(cycle.pack, rule, cardOf(card, issued))
    for (const on of [renewableOn, cycle.to]) {
      if (on === null) continue
      // A card that begins later, or ends before, must go on doing so; one that is accepted must stay accepted.
      if (day > on) span = { ...span, from: laterDay(span.from, addDays(on, 1)) }
      else if (last(day) >= on)
        span = {
          from: laterDay(span.from, addDays(lastTooEarly(on, last), 1)),
          by: Math.min(span.by, on) as Day,
        }
      else span = { ...span, by: Math.min(span.by, lastTooEarly(on, last)) as Day }
    }
  }
  return span
}

/** Where moving everything together shows a change that no single move did, the days themselves are the answer. */
function checked(context: Context, spans: readonly Span[]): readonly Span[] {
  const { judge, choices } = context
  const outcome = judge.outcome(choices)
  const same = (moved: readonly Choice[]): boolean => compareOutcomes(AIMS, judge.outcome(moved), outcome) === 0
  const at = (pick: (span: Span) => Day): Choice[] =>
    choices.map((choice, i) => ({ ...choice, day: pick(spans[i] ?? { from: choice.day, by: choice.day }) }))
  const firsts = at((span) => span.from)
  const lasts = at((span) => span.by)
  if (same(firsts) && same(lasts)) return spans
  return choices.map(({ day }) => ({ from: day, by: day }))
}

/** The steps of a plan, in the order of their last days. */
export function stepsOf(problem: PlanProblem, judge: PlanJudge, choices: readonly Choice[]): PlanStep[] {
  const renewals = judge.cycles.map((cycle) => ({ cycle, renewableOn: judge.cycle(cycle, choices).renewableOn }))
  const context = { problem, judge, choices, renewals }
  const spans = checked(
    context,
    choices.map((choice) => spanOf(context, choice)),
  )
  const works = choices.map((choice, i) => ({
    hours: problem.activities[choice.activity]?.hours ?? ZERO,
    by: spans[i]?.by ?? choice.day,
  }))
  const { asOf, hoursPerWeek } = problem
  const earliest = hoursPerWeek === null ? null : earliestFinishes(asOf, hoursPerWeek, works)
  const starts = hoursPerWeek === null ? null : latestStarts(asOf, hoursPerWeek, works)
  return choices
    .map((choice, i): PlanStep => {
      const span = spans[i] ?? { from: choice.day, by: choice.day }
      return {
        activity: problem.activities[choice.activity]?.id ?? '',
        finishFrom: Math.min(span.by, laterDay(span.from, earliest?.[i] ?? span.from)) as Day,
        finishBy: span.by,
        startBy: starts?.[i] ?? null,
        serves: servicesOf(context, choice),
      }
    })
    .sort((a, b) => a.finishBy - b.finishBy || a.finishFrom - b.finishFrom || (a.activity < b.activity ? -1 : 1))
}

function servicesOf({ problem, judge }: Context, { activity, day }: Choice): Service[] {
  const chosen = problem.activities[activity] as PlannedActivity
  return judge.cycles.flatMap((cycle): Service[] => {
    const credit = creditFor(chosen, cycle.pack.pack.id)
    if (!credit || !contains(cycle, day)) return []
    const { from, to } = cycle
    const holding = problem.holdings[cycle.holding]?.id ?? ''
    return [{ holding, cycle: { from, to }, credits: credit.credits, category: credit.category }]
  })
}
