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
      <table {...roles.table} className="w-full border-collapse text-sm max-sm:block">
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
        <tbody {...roles.group} className="divide-y divide-line max-sm:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...roles.row}
              className={clsx(
                'max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-4 max-sm:gap-y-1 max-sm:px-4 max-sm:py-3.5',
                rowHref?.(row) !== undefined && 'relative transition-colors hover:bg-sunken/70',
              )}
            >
              {columns.map((column) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  href={rowHref?.(row)}
                  dense={dense}
                  linkAs={props.linkAs}
                />
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
  dense: boolean | undefined
  linkAs: LinkAs | undefined
}

function Cell<Row>({ column, row, href, dense, linkAs: Link = 'a' }: CellProps<Row>) {
  const className = clsx(
    'align-middle sm:px-4 sm:first:ps-5 sm:last:pe-5',
    dense ? 'sm:py-2' : 'sm:py-3',
    column.align === 'end' && 'sm:text-end',
    column.numeric && 'tabular-nums',
    column.nowrap && 'whitespace-nowrap',
    phoneClass(column),
  )
  if (!column.title) {
    return (
      <td
        {...roles.cell}
        data-label={column.header}
        className={clsx(
          className,
          !column.hideHeader &&
            column.phone === undefined &&
            'max-sm:before:text-muted max-sm:before:content-[attr(data-label)]',
        )}
      >
        {column.cell(row)}
      </td>
    )
  }
  return (
    <th scope="row" {...roles.rowHead} className={clsx(className, 'text-start font-medium')}>
      {href === undefined ? (
        column.cell(row)
      ) : (
        <Link
          href={href}
          className="outline-offset-0 after:absolute after:inset-0 hover:text-accent-ink focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-[-2px] focus-visible:after:outline-focus"
        >
          {column.cell(row)}
        </Link>
      )}
    </th>
  )
}

function phoneClass<Row>(column: TableColumn<Row>): string {
  if (column.phone === 'hidden') return 'max-sm:hidden'
  if (column.title) return 'max-sm:col-start-1 max-sm:row-start-1 max-sm:min-w-0 max-sm:text-[0.9375rem]'
  if (column.phone === 'corner') return 'max-sm:col-start-2 max-sm:row-start-1 max-sm:justify-self-end'
  if (column.phone === 'inline') return 'max-sm:min-w-0'
  if (column.phone === 'plain') return 'max-sm:col-span-2'
  return 'max-sm:col-span-2 max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:text-end'
}
