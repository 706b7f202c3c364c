export * from './filter.ts'
export * from './groups.ts'
