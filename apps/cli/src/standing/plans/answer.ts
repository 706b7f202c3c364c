import { type Day, type DaySpan, formatAmount, formatDay, thousandths } from '@gs/domain'
import {
  contactHours,
  explainPlan,
  explainRelaxations,
  type Plan,
  type PlanProblem,
  type Relaxation,
} from '@gs/domain/planner'

const spanText = ({ from, to }: DaySpan) => ({ from: formatDay(from), to: formatDay(to) })
const dayText = (day: Day): string => formatDay(day)
const amountText = (amount: number): string => formatAmount(thousandths(amount))

/** The answer to a plan, with the names of the rules README. */
export function answerOf(
  id: string,
  problem: PlanProblem,
  { plan, relaxations }: { readonly plan: Plan; readonly relaxations: readonly Relaxation[] },
): Record<string, unknown> {
  const { outcome, bound } = plan
  return {
    id,
    steps: plan.steps.map((step) => ({
      activity: step.activity,
      finishFrom: dayText(step.finishFrom),
      finishBy: dayText(step.finishBy),
      ...(step.startBy === null ? {} : { startBy: dayText(step.startBy) }),
      serves: step.serves.map(({ holding, cycle, credits, category }) => ({
        holding,
        cycle: spanText(cycle),
        credits: amountText(credits),
        category,
      })),
    })),
    unmet: plan.unmet.map(({ holding, cycle, missing }) => ({ holding, cycle: spanText(cycle), missing })),
    waste: amountText(contactHours(outcome.waste)),
    wasteByHolding: Object.fromEntries(plan.wasteByHolding.map(({ holding, waste }) => [holding, amountText(waste)])),
    price: amountText(outcome.price),
    hours: amountText(outcome.hours),
    bound: {
      unmet: bound.unmet,
      waste: amountText(contactHours(bound.waste)),
      price: amountText(bound.price),
      hours: amountText(bound.hours),
    },
    optimal: plan.optimal,
    explanation: [...explainPlan(problem, plan), ...explainRelaxations(relaxations)].map(({ rule, source, text }) => ({
      rule,
      source,
      text,
    })),
  }
}
