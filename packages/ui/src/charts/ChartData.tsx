import type { ReactNode } from 'react'
import { Disclosure } from '../primitives/Disclosure.tsx'
import { staticList } from '../static-list.ts'

export interface ChartTable {
  /** Words on the opener: "Show the figures". */
  openLabel: string
  caption: string
  columns: readonly string[]
  /** A row's first cell names it; the last column is set as numbers. */
  rows: readonly (readonly ReactNode[])[]
}

/** The figures behind a chart, one press away. */
export function ChartData({ openLabel, caption, columns, rows }: ChartTable) {
  const align = (index: number) => (index > 0 && index === columns.length - 1 ? 'text-end' : 'text-start')
  return (
    <Disclosure summary={openLabel} className="mt-3 print:hidden">
      <div className="overflow-x-auto rounded-lg border border-line">
        <table className="w-full text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {staticList(columns, (column, index) => (
                <th scope="col" className={`bg-sunken px-3 py-1.5 text-xs font-medium text-muted ${align(index)}`}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {staticList(rows, (row) => (
              <tr>
                {staticList(row, (cell, index) =>
                  index === 0 ? (
                    <th scope="row" className="px-3 py-1.5 text-start font-normal">
                      {cell}
                    </th>
                  ) : (
                    <td className={`px-3 py-1.5 ${align(index)}`}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  )
}
