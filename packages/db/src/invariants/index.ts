export * from './check.ts'
export * from './statements.ts'
