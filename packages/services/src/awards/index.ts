export * from './award-options.ts'
export * from './post-award.ts'
export * from './preview-award.ts'
export * from './reverse-award.ts'
