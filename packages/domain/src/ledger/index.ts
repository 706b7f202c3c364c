export * from './entry.ts'
export * from './payload.ts'
export * from './statement.ts'
