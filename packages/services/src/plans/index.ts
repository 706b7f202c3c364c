export { adoptPlan, answerProposal, undoAdoption } from './adopt-plan.ts'
export {
  type AdoptedItem,
  type AdoptedPlan,
  type BrokenCycle,
  type HoldingDates,
  readAdoptedPlan,
} from './adopted-plan.ts'
export { changeDraft, undoChange } from './change-draft.ts'
export type { CourseChoice, DraftBody, Proposal, RelaxationView } from './draft.ts'
export * from './plan-page.ts'
export { planWorld } from './plan-world.ts'
export { alternativePlan, proposePlan } from './propose-plan.ts'
export { flowPlansOn, reflowPlan } from './reflow-plan.ts'
export * from './settings.ts'
export {
  planForTrainer,
  proposeToTrainer,
  showTrainerPlan,
  type TrainerPlan,
  type TrainerProposal,
} from './staff-plan.ts'
export type { StoredMove } from './stored-plan.ts'
export { cancelUnitPlan, resumeUnitPlan, startUnitPlan } from './unit-plan.ts'
export { planUnit } from './unit-plan-job.ts'
export * from './unit-plan-page.ts'
