export * from './days.ts'
export * from './negotiate.ts'
export * from './thousandths.ts'
