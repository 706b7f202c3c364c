export * from './post-entry.ts'
