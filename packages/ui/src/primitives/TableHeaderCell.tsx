import { clsx } from 'clsx'
import type { TableSort } from './table-column.ts'

export interface HeaderLook {
  readonly label: string
  readonly hideHeader?: boolean | undefined
  readonly align?: 'start' | 'end' | undefined
  readonly width?: string | undefined
  readonly sort?: TableSort | undefined
}

export interface HeaderCellProps {
  readonly column: HeaderLook
  readonly sticky: boolean
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const columnHead = { role: 'columnheader' }

/** The head of a column; a sortable one is a link to the other order, with the arrow of its own (`marks.css`). */
export function HeaderCell({ column, sticky }: HeaderCellProps) {
  const { label, hideHeader, align, width, sort } = column
  return (
    <th
      scope="col"
      {...columnHead}
      aria-sort={sort && (sort.direction ? ariaSort[sort.direction] : 'none')}
      style={width ? { width } : undefined}
      className={clsx(align === 'end' && 'end', sticky && 'sticks') || undefined}
    >
      {sort ? (
        <a href={sort.href} className="sort">
          {label}
        </a>
      ) : (
        <span className={hideHeader ? 'sr-only' : undefined}>{label}</span>
      )}
    </th>
  )
}
