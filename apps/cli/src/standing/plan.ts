import { isFields } from '@gs/domain/cases'
import { PATIENCE, type PlanProblem, plan, relaxationsOf, type Solver } from '@gs/domain/planner'
import { loadSolver } from '@gs/runtime/solver'
import { type Io, readJson } from './files.ts'
import { answerOf } from './plans/answer.ts'
import { readPlan } from './plans/read-plan.ts'

/** The name of a plan in a fault: its id where it has one, else its place in the list. */
const nameOf = (value: unknown, index: number): string =>
  isFields(value) && typeof value.id === 'string' && value.id !== '' ? value.id : `plan ${index + 1}`

/** The part of the time left that may go into relaxations. */
const FOR_RELAXATIONS = 0.5

interface Arguments {
  readonly file: string
  readonly seconds: number
}

function argumentsOf(argv: readonly string[]): Arguments | null {
  const [file, option, value, ...rest] = argv
  if (file === undefined || rest.length > 0) return null
  if (option === undefined) return { file, seconds: PATIENCE }
  const seconds = Number(value)
  return option === '--seconds' && seconds > 0 && seconds <= 3600 ? { file, seconds } : null
}

/** Plans one problem; what is left of its time goes into finding out what would help where a cycle stays open. */
function answer(id: string, problem: PlanProblem, { solver, seconds }: { solver: Solver; seconds: number }) {
  const begun = solver.elapsed()
  const found = plan(problem, solver, seconds)
  const left = (begun + seconds - solver.elapsed()) * FOR_RELAXATIONS
  return answerOf(id, problem, { plan: found, relaxations: relaxationsOf(problem, found, { solver, seconds: left }) })
}

/** `standing plan FILE [--seconds N]`: plan problems in, best plans out. Exit status 2 where any plan has a fault. */
export async function runPlan(argv: readonly string[], io: Io): Promise<number> {
  const wanted = argumentsOf(argv)
  if (!wanted) {
    io.stderr.write('usage: standing plan FILE [--seconds N] (or - for standard input)\n')
    return 2
  }
  const { file, seconds } = wanted
  const read = await readJson(file, io)
  const plans = 'json' in read && isFields(read.json) ? read.json.plans : undefined
  if ('fault' in read || !Array.isArray(plans)) {
    io.stderr.write(`${file}: ${'fault' in read ? read.fault : 'plans: must be a list'}\n`)
    io.stdout.write('[]\n')
    return 2
  }
  const solver = await loadSolver()
  let faults = 0
  const seen = new Set<string>()
  const answers: unknown[] = []
  for (const [index, value] of plans.entries()) {
    const name = nameOf(value, index)
    const result = readPlan(value)
    for (const fault of result.faults) io.stderr.write(`${name}: ${fault.field}: ${fault.message}\n`)
    faults += result.faults.length
    if (seen.has(name)) {
      io.stderr.write(`${name}: id: stands twice\n`)
      faults++
      continue
    }
    seen.add(name)
    if (result.plan) answers.push(answer(name, result.plan.problem, { solver, seconds }))
  }
  io.stdout.write(`${JSON.stringify(answers, null, 1)}\n`)
  return faults > 0 ? 2 : 0
}
