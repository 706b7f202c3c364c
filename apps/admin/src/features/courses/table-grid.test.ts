import { type Block, documentSchema } from '@gs/domain/courses'
import { describe, expect, it } from 'vitest'
import {
  emptyTable,
  gridOf,
  type TableBlock,
  withCaption,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from './table-grid.ts'

const isDocument = (block: Block): boolean => documentSchema.safeParse({ schema: 1, content: [block] }).success
const kinds = ({ content }: TableBlock): string[] =>
  content.map((row) => row.content.map(({ type }) => (type === 'tableHeader' ? 'H' : 'c')).join(''))

const load = (): TableBlock => {
  const begun = withCaption(emptyTable(), 'Load by week')
  const headed = withCell(withCell(begun, { row: 0, column: 0 }, 'Week'), { row: 0, column: 1 }, '**Sets**')
  return withCell(withCell(headed, { row: 1, column: 0 }, '1'), { row: 1, column: 1 }, '3')
}

describe('a table as a grid', () => {
  it('takes texts into its cells, with their marks, and reads them back', () => {
    const table = load()
    expect(gridOf(table)).toEqual([
      ['Week', '**Sets**'],
      ['1', '3'],
    ])
    expect(table.content[0]?.content[1]?.content).toEqual([{ type: 'text', text: 'Sets', marks: [{ type: 'bold' }] }])
    expect(table.attrs).toEqual({ caption: 'Load by week' })
    expect(isDocument(table)).toBe(true)
  })

  it('grows by rows of cells under its headings, and by columns with a heading of their own', () => {
    const grown = withColumn(withRow(load()))
    expect(kinds(grown)).toEqual(['HHH', 'ccc', 'ccc'])
    expect(gridOf(grown)).toEqual([
      ['Week', '**Sets**', ''],
      ['1', '3', ''],
      ['', '', ''],
    ])
    expect(isDocument(grown)).toBe(true)
  })

  it('keeps the headings of rows as headings where it grows', () => {
    const table = load()
    const [top, row] = table.content
    if (!top || !row) throw new Error('the table has two rows')
    const first = row.content.map((cell, at) => (at === 0 ? { ...cell, type: 'tableHeader' as const } : cell))
    expect(kinds(withRow({ ...table, content: [top, { ...row, content: first }] }))).toEqual(['HH', 'Hc', 'Hc'])
  })

  it('loses what is taken out, and no more', () => {
    expect(gridOf(withoutRow(load(), 0))).toEqual([['1', '3']])
    expect(gridOf(withoutColumn(load(), 0))).toEqual([['**Sets**'], ['3']])
    expect(withCaption(load(), '')).not.toHaveProperty('attrs')
  })

  it('is no grid where cells span, rows differ in length, or a cell holds more than a line', () => {
    const table = load()
    const [top] = table.content
    if (!top?.content[0]) throw new Error('the table has a cell')
    const wide: TableBlock = {
      ...table,
      content: [{ ...top, content: [{ ...top.content[0], attrs: { colspan: 2 } }] }],
    }
    expect(gridOf(wide)).toBeUndefined()
    expect(gridOf({ ...table, content: [top, { type: 'tableRow', content: [top.content[0]] }] })).toBeUndefined()
    const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [] }] }
    const holding: TableBlock = {
      ...table,
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [list] }] }],
    }
    expect(gridOf(holding)).toBeUndefined()
  })
})
