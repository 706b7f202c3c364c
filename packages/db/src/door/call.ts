import { textLiteral } from './literal.ts'

/** Arguments of a function of the database, as text. */
export type Arguments = readonly (string | null)[]

/** A call of a function of the database. */
export interface Call {
  readonly name: `app.${string}`
  readonly args: Arguments
}

/** A call with its arguments in the text, so that several of them are one trip; what it does is prepared inside. */
export const callOf = (name: string, args: Arguments): string => `${name}(${args.map(literal).join(', ')})`

const literal = (value: string | null): string => (value === null ? 'null' : textLiteral(value))
