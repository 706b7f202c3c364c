import { formatAmount, formatDay, thousandths } from '../kernel/index.ts'
import type { TraceLine, Words } from '../rules/index.ts'
import { compareOutcomes } from './aims.ts'
import { contactHours } from './contact-hours.ts'
import { AIMS, type Aim, type Outcome, type Plan, type PlanProblem } from './problem.ts'

const amount = (value: number): string => formatAmount(thousandths(value))

const CYCLES = (n: number): Words => ({
  en: n === 1 ? '1 cycle' : `${n} cycles`,
  es: n === 1 ? '1 ciclo' : `${n} ciclos`,
})

/** An aim's value in words. */
function valueIn(aim: Aim, outcome: Outcome): Words {
  if (aim === 'unmet') return CYCLES(outcome.unmet)
  const number = amount(aim === 'waste' ? contactHours(outcome.waste) : outcome[aim])
  if (aim === 'price') return { en: number, es: number }
  return { en: `${number} h`, es: `${number} h` }
}

const BEST: Readonly<Record<Aim, Words>> = {
  unmet: { en: 'leaves fewer cycles without renewal', es: 'deja menos ciclos sin renovar' },
  waste: { en: 'wastes less', es: 'desperdicia menos' },
  price: { en: 'costs less', es: 'cuesta menos' },
  hours: { en: 'takes less time', es: 'lleva menos tiempo' },
}

/** What is proven of each aim, in the order of the aims, and what is not. */
function proofOf(problem: PlanProblem, { outcome, bound }: Plan): TraceLine[] {
  const lines: TraceLine[] = []
  let proven = true
  for (const [i, aim] of problem.minimise.entries()) {
    const best = BEST[aim]
    const value = valueIn(aim, outcome)
    const least = valueIn(aim, bound)
    const reached = outcome[aim] === bound[aim]
    const source = 'convention'
    if (proven && reached)
      lines.push({
        rule: `proof:${aim}`,
        source,
        text: `${i === 0 ? 'No plan' : 'Of those, none'} ${best.en} (${value.en}).`,
        textEs: `${i === 0 ? 'Ningún plan' : 'De ellos, ninguno'} ${best.es} (${value.es}).`,
      })
    else
      lines.push({
        rule: `gap:${aim}`,
        source,
        text: `Not proven: this plan has ${value.en}; no plan is known to be better, and none has less than ${least.en}.`,
        textEs: `Sin demostrar: este plan tiene ${value.es}; no se conoce otro mejor y ninguno baja de ${least.es}.`,
      })
    proven &&= reached
  }
  return lines
}

function unmetOf({ unmet }: Plan): TraceLine[] {
  return unmet.map(({ holding, cycle, missing }) => ({
    rule: 'unmet',
    source: 'convention',
    text: `${holding} cannot be renewed for the cycle ${formatDay(cycle.from)} to ${formatDay(cycle.to)}: ${missing.join(', ') || 'no day passes every test'}.`,
    textEs: `${holding} no se puede renovar en el ciclo del ${formatDay(cycle.from)} al ${formatDay(cycle.to)}: ${missing.join(', ') || 'ningún día cumple todas las reglas'}.`,
  }))
}

/** The plan in words: what is proven, and what stays open. */
export function explainPlan(problem: PlanProblem, plan: Plan): TraceLine[] {
  const whole: TraceLine = plan.optimal
    ? {
        rule: 'optimal',
        source: 'convention',
        text: 'This plan is proven to be the best, and the rules of every cycle were checked on it.',
        textEs: 'Está demostrado que este plan es el mejor, y se comprobaron con él las reglas de cada ciclo.',
      }
    : {
        rule: 'not-optimal',
        source: 'convention',
        text: 'This is the best plan found in the time given; the rules of every cycle were checked on it.',
        textEs: 'Es el mejor plan hallado en el tiempo dado; se comprobaron con él las reglas de cada ciclo.',
      }
  const pointless = plan.steps.length === 0 && plan.unmet.length === 0
  const nothing: TraceLine[] = pointless
    ? [
        {
          rule: 'nothing-to-do',
          source: 'convention',
          text: 'Nothing needs to be finished in this time.',
          textEs: 'No hace falta terminar nada en este plazo.',
        },
      ]
    : []
  return [whole, ...nothing, ...proofOf(problem, plan), ...unmetOf(plan)]
}

/** Are outcome and bound the same in every aim? */
export const isProven = ({ outcome, bound }: Pick<Plan, 'outcome' | 'bound'>): boolean =>
  compareOutcomes(AIMS, outcome, bound) === 0
