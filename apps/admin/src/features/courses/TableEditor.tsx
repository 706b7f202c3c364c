'use client'

import { Button, Field, IconButton, Input } from '@gs/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  gridOf,
  MOST_COLUMNS,
  MOST_ROWS,
  type TableBlock,
  withCaption,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from './table-grid.ts'

export interface TableEditorProps {
  readonly id: string
  readonly table: TableBlock
  readonly onChange: (table: TableBlock) => void
}

interface GridCell {
  readonly place: string
  readonly row: number
  readonly column: number
  readonly text: string
}

/** The rows of a table with the place of each cell: it is all the name that a cell has. */
const placed = (table: TableBlock): readonly (readonly GridCell[])[] =>
  (gridOf(table) ?? []).map((cells, row) =>
    cells.map((text, column) => ({ place: `${row}-${column}`, row, column, text })),
  )

/** A table as a grid of fields, with its caption. */
export function TableEditor({ id, table, onChange }: TableEditorProps) {
  const t = useTranslations('courses.block.table')
  // What is typed is kept as it is typed: read back from the block it would lose half-written marks.
  const [grid, setGrid] = useState(() => placed(table))
  const columns = grid[0]?.length ?? 0
  /** The shape changes: fields show what the table then holds. */
  const reshape = (next: TableBlock): void => {
    setGrid(placed(next))
    onChange(next)
  }
  const type = (at: GridCell, text: string): void => {
    setGrid(grid.map((cells) => cells.map((cell) => (cell.place === at.place ? { ...cell, text } : cell))))
    onChange(withCell(table, at, text))
  }
  return (
    <div className="space-y-3">
      <Field id={`${id}-caption`} label={t('caption')}>
        {(control) => (
          <Input
            {...control}
            value={table.attrs?.caption ?? ''}
            maxLength={500}
            onChange={(event) => onChange(withCaption(table, event.currentTarget.value))}
          />
        )}
      </Field>
      <section className="overflow-x-auto" aria-label={t('cells')}>
        <table className="w-full border-separate border-spacing-1">
          <tbody>
            {grid.map((cells, row) => (
              <tr key={cells[0]?.place}>
                {cells.map((cell) => (
                  <td key={cell.place} className="min-w-32">
                    <Input
                      aria-label={t('cell', { row: row + 1, column: cell.column + 1 })}
                      className={
                        table.content[row]?.content[cell.column]?.type === 'tableHeader' ? 'font-semibold' : ''
                      }
                      value={cell.text}
                      onChange={(event) => type(cell, event.currentTarget.value)}
                    />
                  </td>
                ))}
                <td className="w-0">
                  <IconButton
                    label={t('removeRow', { row: row + 1 })}
                    icon={<Trash2 />}
                    disabled={grid.length < 2}
                    onClick={() => reshape(withoutRow(table, row))}
                  />
                </td>
              </tr>
            ))}
            <tr>
              {grid[0]?.map(({ place, column }) => (
                <td key={place} className="text-center">
                  <IconButton
                    label={t('removeColumn', { column: column + 1 })}
                    icon={<Trash2 />}
                    disabled={columns < 2}
                    onClick={() => reshape(withoutColumn(table, column))}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          disabled={grid.length >= MOST_ROWS}
          onClick={() => reshape(withRow(table))}
        >
          {t('addRow')}
        </Button>
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          disabled={columns >= MOST_COLUMNS}
          onClick={() => reshape(withColumn(table))}
        >
          {t('addColumn')}
        </Button>
      </div>
    </div>
  )
}
