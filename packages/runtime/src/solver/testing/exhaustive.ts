import { addDays, addMonths, type Day, endOfMonth, formatDay } from '@gs/domain'
import { evaluate, type HoldingEvent, type HoldingFacts } from '@gs/domain/credentials'
import type { Outcome, PlanProblem } from '@gs/domain/planner'
import type { Award, Card } from '@gs/domain/rules'

// Written from the README of the rules alone and without the planner's code: every set of activities, every day of a grid
// that holds all days on which anything could change, and the evaluator as the judge.

interface Span {
  readonly holding: number
  readonly from: Day
  readonly to: Day
  readonly facts: HoldingFacts
}

interface Finish {
  readonly activity: number
  readonly on: Day
}

/** The cycles that end inside the horizon, each as if the one before had been renewed on its last day. */
function spansOf(problem: PlanProblem): Span[] {
  return problem.holdings.flatMap(({ pack, held }, holding) => {
    const spans: Span[] = []
    const events: HoldingEvent[] = []
    let on = Math.max(problem.asOf, held.issuedOn ?? held.cycleStart ?? 0) as Day
    for (let n = 0; n < 60 && on <= problem.until; n++) {
      const facts: HoldingFacts = { ...held, events: [...events], awards: [], cards: [] }
      const { cycle } = evaluate(pack, facts, { asOf: on })
      if (!cycle || cycle.from === null || spans.some((span) => span.to === cycle.to)) break
      if (cycle.to >= on) {
        if (cycle.to > problem.until) break
        spans.push({ holding, from: cycle.from, to: cycle.to, facts })
        on = addDays(cycle.to, 1)
      }
      events.push({ type: 'renewed', on: cycle.to })
    }
    return spans
  })
}

/** Every day on which something could begin or end, and the days beside them. */
function gridOf(problem: PlanProblem, spans: readonly Span[]): Day[] {
  const days = new Set<number>([problem.asOf, problem.until])
  const add = (day: Day): void => {
    days
      .add(day - 1)
      .add(day)
      .add(day + 1)
  }
  const ends: Day[] = []
  for (const { from, to } of spans) {
    add(from)
    ends.push(to)
    for (let year = from; year <= to; year = addMonths(year, 12)) add(endOfYear(year))
    for (const months of [6, 12]) add(addMonths(to, -months))
  }
  for (const card of problem.cards) {
    const throughs = [card.validThrough ?? addMonths(card.issuedOn, 24), addMonths(card.issuedOn, 12)]
    ends.push(...throughs, endOfMonth(addMonths(card.issuedOn, 24)), addDays(throughs[0] as Day, -30))
  }
  for (const end of ends) add(end)
  for (const { availableFrom, availableUntil } of problem.activities) {
    if (availableFrom !== null) days.add(availableFrom)
    if (availableUntil !== null) days.add(availableUntil)
  }
  const courses = problem.activities.flatMap(({ card }) => (card ? [card.validMonths] : []))
  if (courses.length > 0) {
    const bases = [...days]
    for (const base of bases)
      for (const months of [...courses, 12]) {
        for (const shift of [-30, 0, 30]) {
          const before = addDays(addMonths(base as Day, -months), shift)
          for (const near of [-3, -2, -1, 0, 1]) days.add(before + near)
          days.add(addDays(addMonths(base as Day, months), shift))
          days.add(addDays(addMonths(base as Day, months), shift + 1))
        }
      }
  }
  return [...days].filter((day) => day >= problem.asOf && day <= problem.until).sort((a, b) => a - b) as Day[]
}

const endOfYear = (day: Day): Day => {
  const text = formatDay(day)
  let last = endOfMonth(day)
  while (formatDay(last).slice(5, 7) !== '12') last = endOfMonth(addDays(last, 1))
  return text === '' ? day : last
}

/** Judges sets of finishes; remembers what it has judged. */
export class Oracle {
  readonly spans: readonly Span[]
  readonly grid: readonly Day[]
  readonly #problem: PlanProblem
  readonly #known = new Map<string, { renewable: boolean; waste: number }>()

  constructor(problem: PlanProblem) {
    this.#problem = problem
    this.spans = spansOf(problem)
    this.grid = gridOf(problem, this.spans)
  }

  #span(index: number, finishes: readonly Finish[]): { renewable: boolean; waste: number } {
    const span = this.spans[index] as Span
    const { pack, awards: own } = this.#problem.holdings[span.holding] as PlanProblem['holdings'][number]
    const relevant = finishes.filter(
      ({ activity, on }) =>
        on <= span.to &&
        (this.#problem.activities[activity]?.card !== null ||
          (on >= span.from &&
            this.#problem.activities[activity]?.credits.some(({ packId }) => packId === pack.pack.id))),
    )
    const key = `${index}:${relevant
      .map(({ activity, on }) => `${activity}@${on}`)
      .sort()
      .join()}`
    const known = this.#known.get(key)
    if (known) return known
    const awards: Award[] = [...own]
    const cards: Card[] = [...this.#problem.cards]
    relevant.forEach(({ activity, on }, i) => {
      const chosen = this.#problem.activities[activity]
      const credit = chosen?.credits.find(({ packId }) => packId === pack.pack.id)
      if (chosen && credit)
        awards.push({
          id: `${chosen.id}/${i}`,
          completedOn: on,
          kind: 'course',
          decision: 'approved',
          category: credit.category,
          credits: credit.credits,
          courseId: chosen.id,
        })
      if (chosen?.card)
        cards.push({
          type: chosen.card.type,
          issuer: null,
          issuedOn: on,
          validThrough: addMonths(on, chosen.card.validMonths),
          handsOn: true,
        })
    })
    const facts = { ...span.facts, awards, cards }
    const last = evaluate(pack, facts, { asOf: span.to })
    const first = Math.max(span.from, this.#problem.asOf)
    const renewable =
      last.canRenew === true ||
      (pack.cards.length > 0 &&
        this.grid.some(
          (day) => day >= first && day < span.to && evaluate(pack, facts, { asOf: day }).canRenew === true,
        )) ||
      (pack.cards.length > 0 &&
        cards.some((card) =>
          [card.validThrough, addMonths(card.issuedOn, 12)].some((through) =>
            [through, through === null ? null : addDays(through, -30)].some(
              (day) =>
                day !== null && day >= first && day < span.to && evaluate(pack, facts, { asOf: day }).canRenew === true,
            ),
          ),
        ))
    const verdict = { renewable, waste: last.wasted * (pack.pack.unit.minutesPerUnit ?? 60) }
    this.#known.set(key, verdict)
    return verdict
  }

  outcome(finishes: readonly Finish[]): Outcome {
    let unmet = 0
    let waste = 0
    this.spans.forEach((_, index) => {
      const verdict = this.#span(index, finishes)
      if (!verdict.renewable) unmet++
      waste += verdict.waste
    })
    let price = 0
    let hours = 0
    for (const { activity } of finishes) {
      const chosen = this.#problem.activities[activity]
      if (!chosen) continue
      price += chosen.owned ? 0 : chosen.price
      hours += chosen.hours
    }
    return { unmet, waste, price, hours }
  }

  /** Do the hours fit between `asOf` and the finishes? */
  fits(finishes: readonly Finish[]): boolean {
    const { hoursPerWeek, asOf, activities } = this.#problem
    if (hoursPerWeek === null) return true
    return finishes.every(({ on }) => {
      const work = finishes
        .filter((each) => each.on <= on)
        .reduce((sum, { activity }) => sum + (activities[activity]?.hours ?? 0), 0)
      return work <= (hoursPerWeek * (on - asOf + 1)) / 7
    })
  }

  /** Days of the grid between which nothing can change for an activity without a card are one day: the last. */
  #days(index: number): Day[] {
    const { asOf, until, activities } = this.#problem
    const activity = activities[index]
    if (!activity) return []
    const open = this.grid.filter(
      (on) =>
        on >= asOf && on <= until && on >= (activity.availableFrom ?? on) && on <= (activity.availableUntil ?? on),
    )
    const seen = new Map<string, Day>()
    for (const on of open) {
      const alone = activity.card ? String(on) : this.#signature(index, on)
      seen.set(alone, on)
    }
    return [...seen.values()]
  }

  /** What an activity without a card does on a day: which cycles it is in, and which renewals come after it. */
  #signature(index: number, on: Day): string {
    const served = this.spans.filter((span) =>
      this.#problem.activities[index]?.credits.some(
        ({ packId }) => packId === this.#problem.holdings[span.holding]?.pack.pack.id,
      ),
    )
    const year = formatDay(on).slice(0, 4)
    const cards = this.#problem.activities.some(({ card }) => card !== null)
    return served
      .map((span) => {
        if (on < span.from || on > span.to) return '-'
        const { pack } = this.#problem.holdings[span.holding] as PlanProblem['holdings'][number]
        const late = pack.carry ? [6, 12].map((months) => on > addMonths(span.to, -months)).join() : ''
        const byYear = pack.subPeriod ? year : ''
        const byCards = pack.cards.length > 0 ? (cards ? String(on) : this.#cardsBehind(on)) : ''
        return `in ${late} ${byYear} ${byCards}`
      })
      .join('|')
  }

  #cardsBehind(on: Day): string {
    return this.#problem.cards
      .flatMap((card) => [card.validThrough ?? addMonths(card.issuedOn, 24), addMonths(card.issuedOn, 12)])
      .flatMap((through) => [through, addDays(through, -30)])
      .map((through) => (on > through ? '1' : '0'))
      .join('')
  }

  /** How many plans there are to look at. */
  size(): number {
    return this.#problem.activities.reduce((product, activity, i) => {
      const days = this.#days(i).length
      return product * (activity.repeatable ? 1 + days + (days * (days - 1)) / 2 : 1 + days)
    }, 1)
  }

  /** The best outcome of all plans. */
  best(): Outcome {
    const { activities, minimise } = this.#problem
    let best = this.outcome([])
    const better = (outcome: Outcome): boolean => {
      for (const aim of minimise) if (outcome[aim] !== best[aim]) return outcome[aim] < best[aim]
      return false
    }
    const visit = (chosen: readonly Finish[], index: number): void => {
      if (index === activities.length) {
        if (!this.fits(chosen)) return
        const outcome = this.outcome(chosen)
        if (better(outcome)) best = outcome
        return
      }
      visit(chosen, index + 1)
      const days = this.#days(index)
      for (const on of days) visit([...chosen, { activity: index, on }], index + 1)
      if (activities[index]?.repeatable)
        for (const [i, on] of days.entries())
          for (const again of days.slice(i + 1))
            visit([...chosen, { activity: index, on }, { activity: index, on: again }], index + 1)
    }
    visit([], 0)
    return best
  }
}
