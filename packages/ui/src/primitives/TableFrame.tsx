'use client'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Badge } from './Badge.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import { HeaderCell, type HeaderLook } from './TableHeaderCell.tsx'
import type { CellContent, CellWords } from './table-column.ts'

export interface ColumnLook extends HeaderLook {
  readonly key: string
  readonly className?: string | undefined
  /** Heads its row. */
  readonly title?: boolean | undefined
}

export interface RowContent {
  readonly key: string
  readonly href?: string | undefined
  /** In the order of the columns. */
  readonly cells: readonly CellContent[]
}

export interface TableFrameProps {
  readonly caption: string
  readonly showCaption?: boolean | undefined
  readonly stickyHeader?: boolean | undefined
  readonly dense?: boolean | undefined
  readonly className?: string | undefined
  readonly columns: readonly ColumnLook[]
  readonly rows: readonly RowContent[]
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
 * A `Table` from its words. On the client's side of the line on purpose: from the server come the words of heads and cells
 * alone, where every element would come twice, as markup and as the framework's own data (half the work of a long list).
 */
export function TableFrame({ caption, showCaption, stickyHeader, dense, className, columns, rows }: TableFrameProps) {
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
        <tbody {...roles.group}>{rows.map((row) => rowOf(row, columns))}</tbody>
      </table>
    </div>
  )
}

const rowOf = ({ key, href, cells }: RowContent, columns: readonly ColumnLook[]): ReactNode => (
  <tr key={key} {...roles.row} className={href === undefined ? undefined : 'leads'}>
    {columns.map(({ key: at, label, className, title }, index) =>
      title ? (
        <th key={at} scope="row" {...roles.rowHead} className={className}>
          {href === undefined ? shown(cells[index]) : <a href={href}>{shown(cells[index])}</a>}
        </th>
      ) : (
        <td key={at} {...roles.cell} data-label={label} className={className}>
          {shown(cells[index])}
        </td>
      ),
    )}
  </tr>
)

const areWords = (content: CellContent | undefined): content is CellWords =>
  typeof content === 'object' && content !== null && 'words' in content

const isNode = (content: CellContent | undefined): content is ReactNode =>
  !areWords(content) && !(Array.isArray(content) && content.some(areWords))

function shown(content: CellContent | undefined): ReactNode {
  if (isNode(content)) return content
  return areWords(content) ? lookOf(content) : severalOf(content)
}

/** Several of them, each with what it is of. */
const severalOf = (all: readonly CellWords[]): ReactNode => (
  <span className="several">
    {all.map((each) => (
      <span key={`${each.label} ${each.words}`}>
        {each.label} {lookOf(each)}
      </span>
    ))}
  </span>
)

function lookOf({ words, tone, note, badge, muted }: CellWords): ReactNode {
  if (tone) return <StatusBadge tone={tone}>{words}</StatusBadge>
  if (note === undefined && badge === undefined && !muted) return words
  return (
    <span className={muted ? 'text-muted' : undefined}>
      {words}
      {note === undefined ? null : <small>{note}</small>}
      {badge === undefined ? null : <Badge>{badge}</Badge>}
    </span>
  )
}
