export * from './days.ts'
export * from './negotiate.ts'
