export { type GoldenCase, type GoldenFile, loadCases } from './cases.ts'
export { packJsonSchema } from './json-schema.ts'
export { loadPack, loadPacks, packIds } from './load.ts'
