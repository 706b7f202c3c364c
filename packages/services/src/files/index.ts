export * from './keep-file.ts'
export * from './open-file.ts'
