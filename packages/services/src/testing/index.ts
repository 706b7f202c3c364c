export * from './course.ts'
export * from './holdings.ts'
export * from './learner.ts'
export * from './organisation.ts'
