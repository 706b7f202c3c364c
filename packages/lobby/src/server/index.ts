export { callOrigin, load, refusalCode } from './load.ts'
export type { PageAddress } from './page-address.ts'
export type { SharedCaller } from './shared-caller.ts'
