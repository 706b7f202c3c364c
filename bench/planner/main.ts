import { AIMS, compareOutcomes, type Plan, type PlanProblem, plan, sentProblem } from '@gs/domain/planner'
import { loadSolver, plannerPool } from '@gs/runtime/solver'
import { type Row, report } from '../report.ts'
import { plainSolves } from './control.ts'
import { problemOf, type Size } from './instances.ts'
import { seedStory } from './story.ts'
import { planUnits } from './unit.ts'

/** Instances a size, and how many of them the control is given too, each for so many seconds in all: it is slow. */
const INSTANCES = 200
const CONTROLS = { story: 20, small: 20, large: 5, unit: 20 } as const
const CONTROL_PATIENCE = 30
const BACKGROUND = 30
const TRAINERS = 10_000
const TRAINERS_MEASURED = 1000
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

const medianOf = (values: readonly number[]): number => quantile(values, 0.5)

/** The control on the first instances of a size, beside what the planner took for the same ones. */
function beside(problems: readonly PlanProblem[], own: readonly Timed[]): { text: string; notSlower: boolean } {
  const runs = problems.map((problem) => plainSolves(problem, solver, CONTROL_PATIENCE))
  const times = runs.map(({ seconds }) => 1000 * seconds)
  const control = medianOf(times)
  const same = medianOf(own.slice(0, problems.length).map((run) => run.ms))
  const proven = runs.filter((run) => run.proven).length
  return {
    text: `four plain solves (${problems.length} instances): median ${ms(control)}, worst ${ms(Math.max(...times))}, proven ${proven}; ours on these: median ${ms(same)}`,
    notSlower: same <= control,
  }
}

const problemsOf = (size: Size, many: number): PlanProblem[] =>
  Array.from({ length: many }, (_, seed) => problemOf(size, seed))

function story(): Row {
  timed(seedStory())
  plainSolves(seedStory(), solver, CONTROL_PATIENCE)
  const runs = Array.from({ length: CONTROLS.story }, () => timed(seedStory()))
  const median = medianOf(runs.map((each) => each.ms))
  const optimal = runs.every(({ found }) => found.optimal && found.outcome.waste === 0)
  const control = beside(
    runs.map(() => seedStory()),
    runs,
  )
  return {
    work: `seed story (${runs.length} times)`,
    measured: `median ${ms(median)}${optimal ? ', proven' : ', NOT proven'}`,
    control: control.text,
    bar: '≤ 50 ms, not slower than the control',
    met: median <= 50 && optimal && control.notSlower,
  }
}

function small(): Row {
  const size: Size = { holdings: 2, cycles: 2, activities: 20 }
  const runs = problemsOf(size, INSTANCES).map((problem) => timed(problem))
  const p95 = quantile(
    runs.map((run) => run.ms),
    0.95,
  )
  const proven = runs.filter(({ found }) => found.optimal).length
  const control = beside(problemsOf(size, CONTROLS.small), runs)
  return {
    work: `2 holdings × 2 cycles × 20 activities (${INSTANCES} instances)`,
    measured: `median ${ms(medianOf(runs.map((run) => run.ms)))}, p95 ${ms(p95)}, proven ${share(proven, INSTANCES)}`,
    control: control.text,
    bar: 'p95 ≤ 500 ms, all proven, not slower than the control',
    met: p95 <= 500 && proven === INSTANCES && control.notSlower,
  }
}

/** How many of these are proven with more time, on as many threads as the product has for it. */
async function provenLater(problems: readonly PlanProblem[]): Promise<number> {
  const pool = plannerPool({ threads: CORES })
  const waiting = [...problems]
  let proven = 0
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const task = { problem: sentProblem(next), pinned: [], excluded: [], seconds: BACKGROUND, relax: false }
      if ((await pool.solve(task)).plan.optimal) proven++
    }
  }
  await Promise.all(Array.from({ length: CORES }, lane))
  await pool.stop()
  return proven
}

async function large(): Promise<Row[]> {
  const size: Size = { holdings: 3, cycles: 3, activities: 40 }
  const problems = problemsOf(size, INSTANCES)
  const runs = problems.map((problem) => timed(problem))
  const times = runs.map((run) => run.ms)
  const open = problems.filter((_, seed) => runs[seed]?.found.optimal !== true)
  const gaps = runs.every(({ found }) => found.optimal || compareOutcomes(AIMS, found.bound, found.outcome) < 0)
  const proven = INSTANCES - open.length
  const later = proven + (await provenLater(open))
  const control = beside(problemsOf(size, CONTROLS.large), runs)
  const worst = Math.max(...times)
  return [
    {
      work: `3 holdings × 3 cycles × 40 activities (${INSTANCES} instances)`,
      measured: `median ${ms(medianOf(times))}, worst ${ms(worst)}, proven ${share(proven, INSTANCES)}, ${gaps ? 'a gap for each other' : 'NO gap for some'}`,
      control: control.text,
      bar: 'always ≤ 2.2 s with its gap, proven ≥ 50 %, not slower than the control',
      met: worst <= 2200 && proven * 2 >= INSTANCES && gaps && control.notSlower,
    },
    {
      work: `the same with ${BACKGROUND} s in the background`,
      measured: `proven ${share(later, INSTANCES)} (${open.length} were open)`,
      control: '',
      bar: 'proven ≥ 90 %',
      met: later * 10 >= INSTANCES * 9,
    },
  ]
}

async function unit(): Promise<Row> {
  const run = await planUnits(TRAINERS_MEASURED)
  const each = (1000 * run.seconds) / run.people
  const minutes = (each * TRAINERS) / 60_000
  const problems = Array.from({ length: CONTROLS.unit }, (_, seed) =>
    problemOf({ holdings: 1 + (seed % 2), cycles: 2, activities: 15 }, seed),
  )
  const control = beside(
    problems,
    problems.map((problem) => timed(problem)),
  )
  return {
    work: `${TRAINERS} trainers of a unit, 15 activities each (${run.people} by the job itself)`,
    measured: `${minutes.toFixed(1)} min on ${CORES} cores: ${ms(each)} each, read, planned and kept; ${run.unproven} not proven`,
    control: control.text,
    bar: '≤ 10 min, not slower than the control',
    met: minutes <= 10 && control.notSlower,
  }
}

report('planner', [story(), small(), ...(await large()), await unit()])
