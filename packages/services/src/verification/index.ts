export * from './verify-standings.ts'
