import { clsx } from 'clsx'
import type { LinkAs } from '../link.ts'
import { type Tone, toneFill } from '../tone.ts'
import { ChartData, type ChartTable } from './ChartData.tsx'
import { fraction } from './fraction.ts'

export interface Bar {
  id: string
  /** In full, for the figures and for those who listen: "March 2027". */
  label: string
  /** Under the bar: "Mar". */
  shortLabel: string
  value: number
  valueText: string
  tone?: Tone | undefined
  /** Where the rows behind it are. */
  href?: string | undefined
}

export interface BarChartProps {
  /** What the bars count. */
  label: string
  bars: readonly Bar[]
  /** Words for the figures behind it; columns are the bar's name and its value. */
  table: Pick<ChartTable, 'openLabel'> & { columns: readonly [string, string] }
  /** Pixels from the ground to the top of the greatest. */
  height?: number | undefined
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** Counts over time, a bar each; a bar leads to its rows. */
export function BarChart({ label, bars, table, height = 160, linkAs, className }: BarChartProps) {
  const top = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure aria-label={label} className={className}>
      <ol className="flex items-end gap-0.5 sm:gap-1.5">
        {bars.map((bar) => (
          <li key={bar.id} className="min-w-0 flex-1">
            <BarColumn bar={bar} share={fraction(bar.value, top)} height={height} linkAs={linkAs} />
          </li>
        ))}
      </ol>
      <ChartData {...table} caption={label} rows={bars.map((bar) => [bar.label, bar.valueText])} />
    </figure>
  )
}

interface BarColumnProps {
  bar: Bar
  share: number
  height: number
  linkAs: LinkAs | undefined
}

function BarColumn({ bar, share, height, linkAs: Link = 'a' }: BarColumnProps) {
  const column = (
    <>
      <span className="sr-only">{`${bar.label}: `}</span>
      <span className="flex flex-col justify-end" style={{ height: height + 24 }}>
        <span className={clsx('pb-1 text-center text-xs tabular-nums', bar.value === 0 ? 'text-muted' : 'font-medium')}>
          {bar.valueText}
        </span>
        <span
          className={clsx(
            'mx-auto w-full max-w-11 rounded-t-md transition-opacity group-hover:opacity-75',
            bar.value === 0 ? 'bg-line' : toneFill[bar.tone ?? 'good'],
          )}
          style={{ height: Math.max(2, Math.round(share * height)) }}
        />
      </span>
      <span
        aria-hidden="true"
        className="block truncate border-t border-line-strong pt-1.5 text-center text-xs text-muted group-hover:text-ink"
      >
        {bar.shortLabel}
      </span>
    </>
  )
  if (bar.href === undefined) return <div className="block">{column}</div>
  return (
    <Link href={bar.href} className="group block rounded-md outline-offset-0">
      {column}
    </Link>
  )
}
