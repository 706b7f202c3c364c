export * from './add-people.ts'
export * from './demo.ts'
export * from './publish-packs.ts'
export type { DemoAccounts } from './sign-ins.ts'
