export * from '../ports.ts'
export * from './command.ts'
export * from './context.ts'
export * from './refusal.ts'
