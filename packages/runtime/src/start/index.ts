export { buildApps } from './build.ts'
export { type OpenedDatabase, openDatabase } from './database.ts'
export { demoPassword } from './demo.ts'
export { start } from './start.ts'
