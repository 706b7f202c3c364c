import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { HeaderCell } from './TableHeaderCell.tsx'
import { type CellLook, type RowContent, TableRows } from './TableRows.tsx'
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

/** Spelled out, because some browsers take the meaning of a table away with its `display`. */
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
}

/**
 * Rows and columns on a desk; on a phone each row is a card with its title cell on top and the others as label and value.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, rowHref, empty, stickyHeader, dense, className } = props
  if (rows.length === 0 && empty) return empty
  const contentOf = (row: Row): RowContent => ({
    key: rowKey(row),
    href: rowHref?.(row),
    cells: columns.map((column) => column.cell(row)),
  })
  return (
    <div className={clsx('overflow-x-auto', stickyHeader && 'lg:overflow-x-visible', className)}>
      <table {...roles.table} className={clsx('rows', dense && 'dense')}>
        <caption className={showCaption ? 'px-4 py-3 text-start font-medium max-sm:block' : 'sr-only'}>
          {caption}
        </caption>
        <thead {...roles.group} className="max-sm:sr-only">
          <tr {...roles.row}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sticky={stickyHeader ?? false} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          <TableRows columns={columns.map(lookOf)} rows={rows.map(contentOf)} />
        </tbody>
      </table>
    </div>
  )
}

function lookOf<Row>(column: TableColumn<Row>): CellLook {
  const className = clsx(
    column.align === 'end' && 'end',
    column.numeric && 'num',
    column.nowrap && 'tight',
    column.phone && `phone-${column.phone}`,
    column.hideHeader && 'no-label',
  )
  return { key: column.key, label: column.header, className: className || undefined, title: column.title }
}
