import type { Block, Inline, TableCell, TableRow } from '@gs/domain/courses'
import { fromMarkup } from './inline-markup.ts'
import { lineOf } from './line-of.ts'

export type TableBlock = Extract<Block, { type: 'table' }>

/** Most columns and rows of a table that a lesson may hold, as the document's schema has them. */
export const MOST_COLUMNS = 20
export const MOST_ROWS = 100

const spans = ({ attrs }: TableCell): boolean => (attrs?.colspan ?? 1) > 1 || (attrs?.rowspan ?? 1) > 1

/**
 * The cells of a table as lines of markup, row by row; nothing where a grid cannot say them: cells over several columns
 * or rows, rows of unequal length, cells that hold more than a line of text.
 */
export function gridOf({ content }: TableBlock): readonly (readonly string[])[] | undefined {
  const rows: string[][] = []
  for (const row of content) {
    const cells: string[] = []
    for (const cell of row.content) {
      const line = spans(cell) ? undefined : lineOf(cell.content ?? [])
      if (line === undefined) return undefined
      cells.push(line)
    }
    if (rows[0] && rows[0].length !== cells.length) return undefined
    rows.push(cells)
  }
  return rows
}

const withRows = (table: TableBlock, content: TableRow[]): TableBlock => ({ ...table, content })
const mapRows = (table: TableBlock, change: (cells: TableCell[]) => TableCell[]): TableBlock =>
  withRows(
    table,
    table.content.map((row) => ({ ...row, content: change(row.content) })),
  )
const emptied = ({ type }: TableCell): TableCell => ({ type, content: [] })

/** The table with another text in one cell. */
export function withCell(table: TableBlock, at: { readonly row: number; readonly column: number }, text: string) {
  const content: Inline[] = fromMarkup(text)
  return withRows(
    table,
    table.content.map((row, index) =>
      index === at.row
        ? { ...row, content: row.content.map((cell, column) => (column === at.column ? { ...cell, content } : cell)) }
        : row,
    ),
  )
}

/** One more row below, its cells of the kind that those above have. */
export function withRow(table: TableBlock): TableBlock {
  const above = table.content.at(-1)?.content ?? []
  // Below a row of headings come cells; the heading of a row stays one.
  const first = table.content.length === 1
  const cells = above.map((cell): TableCell => (first ? { type: 'tableCell', content: [] } : emptied(cell)))
  return withRows(table, [...table.content, { type: 'tableRow', content: cells }])
}

/** One more column at the end, its cells of the kind of those before them. */
export const withColumn = (table: TableBlock): TableBlock =>
  mapRows(table, (cells) => {
    const before = cells.at(-1)
    return before ? [...cells, emptied(before)] : cells
  })

export const withoutRow = (table: TableBlock, row: number): TableBlock =>
  withRows(
    table,
    table.content.filter((_, index) => index !== row),
  )

export const withoutColumn = (table: TableBlock, column: number): TableBlock =>
  mapRows(table, (cells) => cells.filter((_, index) => index !== column))

/** A caption, or none where the text is empty. */
export const withCaption = ({ type, content }: TableBlock, caption: string): TableBlock => ({
  type,
  ...(caption === '' ? {} : { attrs: { caption } }),
  content,
})

/** A new table: two columns under their headings. */
export const emptyTable = (): TableBlock => {
  const row = (type: TableCell['type']): TableRow => ({
    type: 'tableRow',
    content: [
      { type, content: [] },
      { type, content: [] },
    ],
  })
  return { type: 'table', content: [row('tableHeader'), row('tableCell')] }
}
