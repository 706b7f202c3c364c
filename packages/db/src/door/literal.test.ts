import { describe, expect, it } from 'vitest'
import { inlined } from './literal.ts'

describe('a statement with its values in its text', () => {
  it('quotes what was typed and takes no value for a place', () => {
    expect(inlined({ text: 'a = $1 and b = $2', values: ["O'Hara $2", 'x\\'] })).toBe(
      "a = 'O''Hara $2' and b =  E'x\\\\'",
    )
  })

  it('writes numbers, truth and lists', () => {
    expect(inlined({ text: '$1, $2, $3, $4', values: [50, true, ['a', "'"], []] })).toBe(
      "50, true, array['a', '''']::text[], array[]::text[]",
    )
    expect(inlined({ text: '$10', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 'ten'] })).toBe("'ten'")
  })

  it('refuses what cannot be written', () => {
    expect(() => inlined({ text: '$2', values: ['a'] })).toThrow('$2')
    expect(() => inlined({ text: '$1', values: ['a\0b'] })).toThrow('zero byte')
    expect(() => inlined({ text: '$1', values: [['\0']] })).toThrow('zero byte')
    expect(() => inlined({ text: '$1', values: [Number.NaN] })).toThrow('integer')
    expect(() => inlined({ text: '$1', values: [0.5] })).toThrow('integer')
  })
})
