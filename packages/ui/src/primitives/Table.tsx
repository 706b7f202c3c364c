import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type ColumnLook, type RowContent, TableFrame } from './TableFrame.tsx'
import type { TableColumn } from './table-column.ts'

export interface TableProps<Row> {
  /** Says what the rows are; read aloud, shown only with `showCaption`. */
  caption: string
  showCaption?: boolean | undefined
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The whole row leads there, by a link in its title cell. */
  rowHref?: ((row: Row) => string | undefined) | undefined
  /** In place of rows, when there are none (an `EmptyState`). */
  empty?: ReactNode
  /** The header stays in sight while the page scrolls (from 1024 px). */
  stickyHeader?: boolean | undefined
  dense?: boolean | undefined
  className?: string | undefined
}

/**
 * Rows and columns on a desk; on a phone each row is a card with its title cell on top and the others as label and value.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, rowHref, empty, ...look } = props
  if (rows.length === 0 && empty) return empty
  const contentOf = (row: Row): RowContent => ({
    key: rowKey(row),
    href: rowHref?.(row),
    cells: columns.map((column) => column.cell(row)),
  })
  return <TableFrame {...look} columns={columns.map(lookOf)} rows={rows.map(contentOf)} />
}

/** All that is said of a column but what its cells hold: functions stay on this side of the line. */
function lookOf<Row>({ key, header, title, hideHeader, align, width, sort, ...column }: TableColumn<Row>): ColumnLook {
  const className = clsx(
    align === 'end' && 'end',
    column.numeric && 'num',
    column.nowrap && 'tight',
    column.phone && `phone-${column.phone}`,
    hideHeader && 'no-label',
  )
  return { key, label: header, className: className || undefined, title, hideHeader, align, width, sort }
}
