import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { HeaderCell } from './TableHeaderCell.tsx'
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
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** Spelled out, because some browsers take the meaning of a table away with its `display`. */
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowHead: { role: 'rowheader' },
}

/**
 * Rows and columns on a desk; on a phone each row is a card with its title cell on top and the others as label and value.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, rowHref, empty, stickyHeader, dense, className } = props
  if (rows.length === 0 && empty) return empty
  return (
    <div className={clsx('overflow-x-auto lg:overflow-x-visible', className)}>
      <table {...roles.table} className={clsx('rows', dense && 'dense')}>
        <caption className={showCaption ? 'px-4 py-3 text-start font-medium max-sm:block' : 'sr-only'}>
          {caption}
        </caption>
        <thead {...roles.group} className="max-sm:sr-only">
          <tr {...roles.row}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sticky={stickyHeader ?? false} linkAs={props.linkAs} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...roles.row} className={rowHref?.(row) === undefined ? undefined : 'leads'}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} href={rowHref?.(row)} linkAs={props.linkAs} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps<Row> {
  column: TableColumn<Row>
  row: Row
  href: string | undefined
  linkAs: LinkAs | undefined
}

function Cell<Row>({ column, row, href, linkAs: Link = 'a' }: CellProps<Row>) {
  const className = clsx(
    column.align === 'end' && 'end',
    column.numeric && 'num',
    column.nowrap && 'tight',
    column.phone && `phone-${column.phone}`,
    column.hideHeader && 'no-label',
  )
  if (!column.title) {
    return (
      <td {...roles.cell} data-label={column.header} className={className || undefined}>
        {column.cell(row)}
      </td>
    )
  }
  return (
    <th scope="row" {...roles.rowHead} className={className || undefined}>
      {href === undefined ? column.cell(row) : <Link href={href}>{column.cell(row)}</Link>}
    </th>
  )
}
