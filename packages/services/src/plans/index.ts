export {
  type AdoptedItem,
  type AdoptedPlan,
  type BrokenCycle,
  type HoldingDates,
  readAdoptedPlan,
} from './adopted-plan.ts'
export * from './settings.ts'
