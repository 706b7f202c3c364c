export * from './certificate/index.ts'
