export * from './decision.ts'
export * from './duplicates.ts'
export * from './evidence.ts'
export * from './submission.ts'
