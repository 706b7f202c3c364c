export * from './answer.ts'
export * from './health.ts'
export * from './route.ts'
export * from './server.ts'
