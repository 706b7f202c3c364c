export * from './names.ts'
export * from './prepare.ts'
export * from './queue.ts'
