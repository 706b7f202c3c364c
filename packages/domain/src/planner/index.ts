export { compareOutcomes } from './aims.ts'
export { contactHours, wholeMinutes } from './contact-hours.ts'
export { cyclesOf, type PlannedCycle } from './cycles.ts'
export { explainPlan } from './explain.ts'
export { PlanJudge } from './judge.ts'
export type { MixedAnswer, MixedColumn, MixedLimits, MixedProgramme, MixedRow, Solver, Terms } from './linear/port.ts'
export {
  type Block as StudyBlock,
  type Layout,
  layOut,
  type Moved,
  type Pace,
  plannedByWeek,
  reflow,
  type Task as StudyTask,
  type Week as StudyWeek,
} from './pace/weeks.ts'
export { describe as describePlan, PATIENCE, plan } from './plan.ts'
export * from './problem.ts'
export { explainRelaxations, type Relaxation, relaxationsOf } from './relax.ts'
export { answerTask, type PlanAnswer, type PlanTask, receivedProblem, type SentProblem, sentProblem } from './task.ts'
export { type Upkeep, upkeepOf } from './upkeep.ts'
export { type Warning as PlanWarning, warningsOf } from './warnings.ts'
export { planWith, type Wishes } from './wishes.ts'
