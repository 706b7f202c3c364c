export * from './publish-packs.ts'
export * from './publish-version.ts'
export * from './recompute.ts'
export * from './show-recomputations.ts'
