export * from './connection/database.ts'
export * from './door/index.ts'
export * from './migrations/migrate.ts'
