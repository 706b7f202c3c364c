import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { LinkAs } from '../link.ts'
import type { TableColumn } from './table-column.ts'

export interface HeaderCellProps<Row> {
  column: TableColumn<Row>
  sticky: boolean
  linkAs: LinkAs | undefined
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const columnHead = { role: 'columnheader' }
const icons = { asc: ArrowUp, desc: ArrowDown }

/** The head of a column; a sortable one is a link to the other order. */
export function HeaderCell<Row>({ column, sticky, linkAs: Link = 'a' }: HeaderCellProps<Row>) {
  const { sort } = column
  const Icon = sort?.direction ? icons[sort.direction] : ChevronsUpDown
  return (
    <th
      scope="col"
      {...columnHead}
      aria-sort={sort && (sort.direction ? ariaSort[sort.direction] : 'none')}
      style={column.width ? { width: column.width } : undefined}
      className={clsx(
        'border-b border-line bg-surface px-4 py-2 text-xs font-medium whitespace-nowrap text-muted first:ps-5 last:pe-5',
        column.align === 'end' ? 'text-end' : 'text-start',
        sticky && 'z-10 lg:sticky lg:top-(--sticky-top,0px)',
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          className={clsx(
            'inline-flex min-h-7 items-center gap-1 rounded hover:text-ink [&_svg]:size-3.5',
            sort.direction && 'text-ink',
          )}
        >
          {column.header}
          <Icon aria-hidden className={sort.direction ? undefined : 'opacity-60'} />
        </Link>
      ) : (
        <span className={column.hideHeader ? 'sr-only' : undefined}>{column.header}</span>
      )}
    </th>
  )
}
