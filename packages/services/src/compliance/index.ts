export * from './filter-options.ts'
export * from './list-standings.ts'
export * from './overview.ts'
