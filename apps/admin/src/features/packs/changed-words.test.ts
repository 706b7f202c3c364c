import { describe, expect, it } from 'vitest'
import { changedWords } from './changed-words.ts'

const marked = (before: string, after: string) =>
  changedWords(before, after)
    .map(({ words, changed }) => (changed ? `[${words}]` : words))
    .join('')

describe('the words that changed', () => {
  it.each([
    ['At least 10 hours.', 'At least 20 hours.', 'At least [20] hours.'],
    ['a b c', 'a b c', 'a b c'],
    ['a c', 'a b c', 'a [b] c'],
    ['x', 'a b', '[a b]'],
    [
      '1 January 2016 to 31 December 2017',
      '1 January 2020 to 31 December 2021',
      '1 January [2020] to 31 December [2021]',
    ],
  ])('from %j to %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('lose no character', () => {
    const text = 'One  period, for: everybody.'
    expect(
      changedWords('One other period', text)
        .map(({ words }) => words)
        .join(''),
    ).toBe(text)
  })
})
