import pg from 'pg'

/** What a statement is given. */
export type Value = string | number | boolean | readonly string[]

/** A constant text with `$1`, `$2` … for its values. */
export interface Statement {
  readonly text: string
  readonly values: readonly Value[]
}

/** The statement with its values in the text, so that others can stand beside it in one trip. */
export const inlined = ({ text, values }: Statement): string =>
  text.replace(/\$(\d+)/g, (place, number: string) => {
    const value = values[Number(number) - 1]
    if (value === undefined) throw new Error(`${place} has no value`)
    return literalOf(value)
  })

function literalOf(value: Value): string {
  if (typeof value === 'string') return textLiteral(value)
  if (typeof value === 'object') return `array[${value.map(textLiteral).join(', ')}]::text[]`
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('a number that is no integer')
  return String(value)
}

/** A text ends at a zero byte for the server: what stands behind it must not be lost. */
export function textLiteral(text: string): string {
  if (text.includes('\0')) throw new Error('a text with a zero byte')
  return pg.escapeLiteral(text)
}
