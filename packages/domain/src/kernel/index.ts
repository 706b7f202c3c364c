export * from './amount.ts'
export * from './day.ts'
export * from './ids.ts'
export * from './result.ts'
