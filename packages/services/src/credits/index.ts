export type { CardRow } from './ledger-rows.ts'
export * from './show-statement.ts'
