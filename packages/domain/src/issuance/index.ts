export * from './code.ts'
export * from './record.ts'
