// What the engine of standings needs from the rules beyond their public face.
export { type ExactProblem, type ExactSolution, type Group, solveExact } from './allocation/exact.ts'
export { isIn, sumTree } from './allocation/tree.ts'
export type { CardRule, CompiledPack, LateWindow } from './pack/compile.ts'
export { type Profile, withRequired } from './pack/profile.ts'
export { amountOf, dayOfText } from './primitives/base-values.ts'
export {
  anchoredEnd,
  anchoredSchedule,
  commonSchedule,
  givenSchedule,
  neighbourTerm,
  rollingSchedule,
  type Schedule,
  type Term,
  yearsInside,
} from './primitives/term/schedule.ts'
export { lastDayOf, NEVER } from './primitives/window/deadline.ts'
