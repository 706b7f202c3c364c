export * from './document/index.ts'
export type { LinkAs, LinkProps } from './link.ts'
export * from './primitives/index.ts'
export type { Tone } from './tone.ts'
