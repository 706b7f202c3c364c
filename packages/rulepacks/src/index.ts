export { type GoldenCase, type GoldenFile, loadCases } from './cases.ts'
export { loadPack, loadPacks, packIds } from './load.ts'
