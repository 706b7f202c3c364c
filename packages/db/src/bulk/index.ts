export * from './copy-rows.ts'
