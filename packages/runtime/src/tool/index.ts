export * from './attach.ts'
export * from './run-tool.ts'
