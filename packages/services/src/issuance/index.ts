export * from './issue-record.ts'
