export * from './progress.ts'
export * from './worth.ts'
