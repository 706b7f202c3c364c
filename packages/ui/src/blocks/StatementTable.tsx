import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Table } from '../primitives/Table.tsx'

export interface StatementLine {
  id: string
  /** The day, formatted, and as 'YYYY-MM-DD' for machines. */
  dayText: string
  day: string
  what: ReactNode
  /** Under what: where it counts, a number, a reason. */
  detail?: ReactNode
  /** A badge. */
  status?: ReactNode
  /** Signed and formatted: "+1.9", "−0.5". */
  amountText: string
  direction: 'in' | 'out' | 'none'
  /** The total after this line, formatted. */
  totalText: string
  href?: string | undefined
}

export interface StatementTableProps {
  caption: string
  columns: { day: string; what: string; status?: string | undefined; amount: string; total: string }
  /** In the order shown. */
  lines: readonly StatementLine[]
  empty?: ReactNode
  className?: string | undefined
}

/** A ledger as a bank would print it: day, what, signed amount, running total. */
export function StatementTable({ caption, columns, lines, empty, className }: StatementTableProps) {
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={(line) => line.id}
      rowHref={(line) => line.href}
      empty={empty}
      className={className}
      columns={[
        {
          key: 'day',
          header: columns.day,
          nowrap: true,
          numeric: true,
          phone: 'inline',
          width: '8.5rem',
          cell: (line) => (
            <time dateTime={line.day} className="text-muted">
              {line.dayText}
            </time>
          ),
        },
        { key: 'what', header: columns.what, title: true, cell: (line) => <What line={line} /> },
        ...(columns.status === undefined
          ? []
          : [
              {
                key: 'status',
                header: columns.status,
                phone: 'inline' as const,
                cell: (line: StatementLine) => line.status,
              },
            ]),
        {
          key: 'amount',
          header: columns.amount,
          align: 'end',
          numeric: true,
          nowrap: true,
          phone: 'corner',
          cell: (line) => (
            <bdi
              dir="ltr"
              className={clsx(
                'font-semibold max-sm:text-base',
                line.direction === 'in' && 'text-accent-ink',
                line.direction === 'out' && 'text-out-ink',
                line.direction === 'none' && 'text-muted',
              )}
            >
              {line.amountText}
            </bdi>
          ),
        },
        {
          key: 'total',
          header: columns.total,
          align: 'end',
          numeric: true,
          nowrap: true,
          cell: (line) => line.totalText,
        },
      ]}
    />
  )
}

function What({ line }: { line: StatementLine }) {
  return (
    <>
      <span className="block">{line.what}</span>
      {line.detail && <span className="block text-sm font-normal text-muted">{line.detail}</span>}
    </>
  )
}
