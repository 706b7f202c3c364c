import type { Inline } from '@gs/domain/courses'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromMarkup, toMarkup } from './inline-markup.ts'

const text = (words: string, ...marks: NonNullable<Extract<Inline, { type: 'text' }>['marks']>): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})

describe('markup', () => {
  it('reads what an author types', () => {
    expect(fromMarkup('Plain **bold _both_** `code` [a link](https://example.org/a)\nnext')).toEqual([
      text('Plain '),
      text('bold ', { type: 'bold' }),
      text('both', { type: 'bold' }, { type: 'italic' }),
      text(' '),
      text('code', { type: 'code' }),
      text(' '),
      text('a link', { type: 'link', attrs: { href: 'https://example.org/a' } }),
      { type: 'hardBreak' },
      text('next'),
    ])
  })

  it.each(['2 * 3 = 6', 'a _ b', '** not closed', '[no link](javascript:alert(1))', '[]()', '<b>words</b>', 'snake\\'])(
    'keeps %j as it was typed',
    (typed) => {
      expect(fromMarkup(typed)).toEqual([text(typed)])
    },
  )

  it('gives back what it was given, whatever signs are in it', () => {
    const words = fc.string({
      minLength: 1,
      unit: fc.constantFrom('a', ' ', '*', '_', '`', '[', ']', '(', ')', '\\', '<'),
    })
    const marks = fc.subarray([{ type: 'bold' as const }, { type: 'italic' as const }, { type: 'code' as const }])
    const node = fc
      .tuple(words, marks, fc.boolean())
      .map(([value, signs, link]) =>
        text(value, ...signs, ...(link ? [{ type: 'link' as const, attrs: { href: 'https://example.org' } }] : [])),
      )
    // A space between, because marks that touch are one in markup.
    const line = fc.array(node).map((nodes) => nodes.flatMap((each) => [each, text(' ')]))
    const flat = (nodes: readonly Inline[]) =>
      nodes.flatMap((each) =>
        each.type === 'text'
          ? Array.from(each.text, (letter) => `${letter}${JSON.stringify(each.marks ?? [])}`)
          : ['br'],
      )
    fc.assert(
      fc.property(line, (nodes) => {
        expect(flat(fromMarkup(toMarkup(nodes)))).toEqual(flat(nodes))
      }),
      { numRuns: 2000 },
    )
  })
})
