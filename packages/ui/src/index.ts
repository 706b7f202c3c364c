export * from './document/index.ts'
export type { LinkAs, LinkProps } from './link.ts'
export type { Tone } from './tone.ts'
