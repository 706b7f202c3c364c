import { clsx } from 'clsx'
import type { TableColumn } from './table-column.ts'

export interface HeaderCellProps<Row> {
  column: TableColumn<Row>
  sticky: boolean
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const columnHead = { role: 'columnheader' }

/** The head of a column; a sortable one is a link to the other order, with the arrow of its own (`marks.css`). */
export function HeaderCell<Row>({ column, sticky }: HeaderCellProps<Row>) {
  const { sort } = column
  return (
    <th
      scope="col"
      {...columnHead}
      aria-sort={sort && (sort.direction ? ariaSort[sort.direction] : 'none')}
      style={column.width ? { width: column.width } : undefined}
      className={clsx(column.align === 'end' && 'end', sticky && 'sticks') || undefined}
    >
      {sort ? (
        <a href={sort.href} className="sort">
          {column.header}
        </a>
      ) : (
        <span className={column.hideHeader ? 'sr-only' : undefined}>{column.header}</span>
      )}
    </th>
  )
}
