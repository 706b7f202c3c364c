export * from './add-people.ts'
export * from './demo.ts'
export type { DemoAccounts } from './sign-ins.ts'
