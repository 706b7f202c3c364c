export { loadSolver } from './highs.ts'
export { type PlannerPool, plannerPool } from './pool.ts'
