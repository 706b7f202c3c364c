import type { LinkAs } from '../link.ts'
import type { Tone } from '../tone.ts'
import { fraction } from './fraction.ts'

export interface HeatCell {
  id: string
  /** 0 to 1: how deep the colour is. The figure itself is always written. */
  share: number
  text: string
  /** In full, for those who listen: "North, lapsed: 12 of 80". */
  label: string
  href?: string | undefined
}

export interface HeatRow {
  id: string
  label: string
  href?: string | undefined
  cells: readonly HeatCell[]
}

export interface HeatGridProps {
  caption: string
  /** Head of the rows' names, then of each column. */
  columns: readonly [string, ...string[]]
  /** A tone for each column of cells. */
  tones: readonly Tone[]
  rows: readonly HeatRow[]
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

const hues: Record<Tone, string> = {
  neutral: 'var(--color-line-strong)',
  good: 'var(--color-accent)',
  soon: 'var(--color-soon)',
  out: 'var(--color-out)',
  info: 'var(--color-info)',
}

/** The deepest ground; ink can still be read on it in both themes. */
const deepest = 42

/** Where it burns: a table whose cells are as deep in colour as their share is great. */
export function HeatGrid({ caption, columns, tones, rows, linkAs: Link = 'a', className = '' }: HeatGridProps) {
  return (
    <div className={`overflow-x-auto ${className}`}>
      <table className="w-full border-separate border-spacing-1 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`px-2 pb-1 text-xs font-medium text-muted ${index === 0 ? 'text-start' : 'text-center'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="min-w-24 px-2 py-1 text-start leading-snug font-medium">
                {row.href === undefined ? (
                  row.label
                ) : (
                  <Link href={row.href} className="inline-flex min-h-6 items-center hover:underline">
                    {row.label}
                  </Link>
                )}
              </th>
              {row.cells.map((cell, index) => (
                <td key={cell.id} className="p-0 text-center">
                  <Heat cell={cell} hue={hues[tones[index] ?? 'neutral']} linkAs={Link} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heat({ cell, hue, linkAs: Link }: { cell: HeatCell; hue: string; linkAs: LinkAs }) {
  const depth = Math.round(fraction(cell.share, 1) * deepest)
  const look = 'grid min-h-9 min-w-12 place-items-center rounded-md px-2 whitespace-nowrap tabular-nums'
  return (
    <div className="rounded-md" style={{ background: `color-mix(in oklab, ${hue} ${depth}%, var(--color-sunken))` }}>
      {cell.href === undefined ? (
        <span title={cell.label} className={look}>
          {cell.text}
        </span>
      ) : (
        <Link href={cell.href} title={cell.label} className={`${look} hover:underline`}>
          {cell.text}
        </Link>
      )}
    </div>
  )
}
