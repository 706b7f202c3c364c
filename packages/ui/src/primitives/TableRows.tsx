'use client'
import type { ReactNode } from 'react'
import { Badge } from './Badge.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import type { CellContent, CellWords } from './table-column.ts'

export interface CellLook {
  readonly key: string
  readonly label: string
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

export interface TableRowsProps {
  readonly columns: readonly CellLook[]
  readonly rows: readonly RowContent[]
}

/** Spelled out, because some browsers take the meaning of a table away with its `display`. */
const row = { role: 'row' }
const cell = { role: 'cell' }
const rowHead = { role: 'rowheader' }

/**
 * The rows of a `Table`. On the client's side of the line on purpose: from the server come the words of the cells alone,
 * where every element would come twice, as markup and as the framework's own data (half the work of a long list).
 */
export function TableRows({ columns, rows }: TableRowsProps) {
  return rows.map(({ key, href, cells }) => (
    <tr key={key} {...row} className={href === undefined ? undefined : 'leads'}>
      {columns.map(({ key: at, label, className, title }, index) =>
        title ? (
          <th key={at} scope="row" {...rowHead} className={className}>
            {href === undefined ? shown(cells[index]) : <a href={href}>{shown(cells[index])}</a>}
          </th>
        ) : (
          <td key={at} {...cell} data-label={label} className={className}>
            {shown(cells[index])}
          </td>
        ),
      )}
    </tr>
  ))
}

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
