import { type Plan, type PlanProblem, plan } from '@gs/domain/planner'
import { loadSolver } from '@gs/runtime/solver'
import { type Row, report } from '../report.ts'
import { plainSolves } from './control.ts'
import { problemOf, type Size } from './instances.ts'
import { seedStory } from './story.ts'

/** Instances a size, and how many of them the control is given too: it is slow. */
const INSTANCES = 200
const CONTROLS = { small: 20, large: 5 } as const
const CONTROL_PATIENCE = 30
const BACKGROUND = 30
const TRAINERS = 10_000
const TRAINERS_MEASURED = 500
const CORES = 2

const solver = await loadSolver()

interface Timed {
  readonly ms: number
  readonly found: Plan
}

function timed(problem: PlanProblem, seconds?: number): Timed {
  const begun = performance.now()
  const found = plan(problem, solver, seconds)
  return { ms: performance.now() - begun, found }
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))] ?? Number.NaN
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`

function controlOf(size: Size, many: number): { text: string; median: number } {
  const runs = Array.from({ length: many }, (_, seed) => plainSolves(problemOf(size, seed), solver, CONTROL_PATIENCE))
  const median =
    1000 *
    quantile(
      runs.map(({ seconds }) => seconds),
      0.5,
    )
  const worst = 1000 * Math.max(...runs.map(({ seconds }) => seconds))
  const proven = runs.filter((run) => run.proven).length
  return { text: `four plain solves: median ${ms(median)}, worst ${ms(worst)}, proven ${proven}/${many}`, median }
}

function story(): Row {
  timed(seedStory())
  const times = Array.from({ length: 20 }, () => timed(seedStory()))
  const median = quantile(
    times.map((each) => each.ms),
    0.5,
  )
  const control = quantile(
    Array.from({ length: 5 }, () => 1000 * plainSolves(seedStory(), solver, CONTROL_PATIENCE).seconds),
    0.5,
  )
  const optimal = times.every(({ found }) => found.optimal && found.outcome.waste === 0)
  return {
    work: 'seed story',
    measured: `median ${ms(median)}${optimal ? ', proven' : ', NOT proven'}`,
    control: `four plain solves: ${ms(control)}`,
    bar: '≤ 50 ms',
    met: median <= 50 && optimal,
  }
}

function small(): Row {
  const size: Size = { holdings: 2, cycles: 2, activities: 20 }
  const runs = Array.from({ length: INSTANCES }, (_, seed) => timed(problemOf(size, seed)))
  const p95 = quantile(
    runs.map((run) => run.ms),
    0.95,
  )
  const proven = runs.filter(({ found }) => found.optimal).length
  const control = controlOf(size, CONTROLS.small)
  return {
    work: '2 holdings × 2 cycles × 20 activities',
    measured: `p95 ${ms(p95)}, proven ${share(proven, INSTANCES)}`,
    control: control.text,
    bar: 'p95 ≤ 500 ms, all proven',
    met: p95 <= 500 && proven === INSTANCES,
  }
}

function large(): Row[] {
  const size: Size = { holdings: 3, cycles: 3, activities: 40 }
  const runs = Array.from({ length: INSTANCES }, (_, seed) => timed(problemOf(size, seed)))
  const worst = Math.max(...runs.map((run) => run.ms))
  const median = quantile(
    runs.map((run) => run.ms),
    0.5,
  )
  const open = runs.flatMap(({ found }, seed) => (found.optimal ? [] : [seed]))
  const later = open.filter((seed) => timed(problemOf(size, seed), BACKGROUND).found.optimal).length
  const proven = INSTANCES - open.length
  const control = controlOf(size, CONTROLS.large)
  return [
    {
      work: '3 holdings × 3 cycles × 40 activities',
      measured: `median ${ms(median)}, worst ${ms(worst)}, proven ${share(proven, INSTANCES)}`,
      control: control.text,
      bar: 'always ≤ 2.2 s, proven ≥ 50 %',
      met: worst <= 2200 && proven * 2 >= INSTANCES,
    },
    {
      work: '3 × 3 × 40 with 30 s in the background',
      measured: `proven ${share(proven + later, INSTANCES)}`,
      control: control.text,
      bar: 'proven ≥ 90 %',
      met: (proven + later) * 10 >= INSTANCES * 9,
    },
  ]
}

function unit(): Row {
  const begun = performance.now()
  for (let seed = 0; seed < TRAINERS_MEASURED; seed++)
    timed(problemOf({ holdings: 1 + (seed % 2), cycles: 2, activities: 15 }, seed))
  const each = (performance.now() - begun) / TRAINERS_MEASURED
  const minutes = (each * TRAINERS) / CORES / 60_000
  return {
    work: `${TRAINERS} trainers of a unit, 15 activities each`,
    measured: `${minutes.toFixed(1)} min on ${CORES} cores (${ms(each)} each, from ${TRAINERS_MEASURED} on one)`,
    control: '—',
    bar: '≤ 10 min',
    met: minutes <= 10,
  }
}

report('planner', [story(), small(), ...large(), unit()])
