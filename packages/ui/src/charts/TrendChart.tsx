import { clsx } from 'clsx'
import { ToneIcon } from '../primitives/ToneIcon.tsx'
import { type Tone, toneText } from '../tone.ts'
import { ChartData, type ChartTable } from './ChartData.tsx'
import { type TrendValues, trendPath, trendScale } from './trend-lines.ts'

export interface TrendSeries {
  id: string
  label: string
  tone: Tone
  /** One for each step; `null` where there is none. */
  values: TrendValues
  /** Expected, not known: drawn broken. */
  forecast?: boolean | undefined
}

export interface TrendChartProps {
  label: string
  /** The steps along the axis; `shortLabel` stands under it. */
  steps: readonly { id: string; label: string; shortLabel: string }[]
  series: readonly TrendSeries[]
  /** A value in the reader's language. */
  format: (value: number) => string
  table: Pick<ChartTable, 'openLabel'> & { stepColumn: string }
  height?: number | undefined
  className?: string | undefined
}

/** Figures over time, and where they are going. */
export function TrendChart({ label, steps, series, format, table, height = 180, className }: TrendChartProps) {
  const scale = trendScale(series.flatMap((each) => each.values))
  const every = Math.ceil(steps.length / 6)
  return (
    <figure aria-label={label} className={className}>
      <div role="img" aria-label={label}>
        <div aria-hidden="true" className="flex gap-2 pt-2 text-xs text-muted tabular-nums">
          <div className="relative w-fit text-end" style={{ height }}>
            <span className="invisible">{format(scale.top)}</span>
            {scale.levels.map((level) => (
              <span
                key={level}
                className="absolute end-0 translate-y-1/2 leading-none"
                style={{ bottom: `${(level / scale.top) * 100}%` }}
              >
                {format(level)}
              </span>
            ))}
          </div>
          <div className="min-w-0 flex-1">
            <div className="relative">
              <Plot series={series} top={scale.top} levels={scale.levels} height={height} />
              {series.map((each) => (
                <LineEnd key={each.id} series={each} top={scale.top} />
              ))}
            </div>
            <div className="relative mt-2 h-4">
              {steps.map((step, index) => (
                <span
                  key={step.id}
                  className={clsx(
                    'absolute whitespace-nowrap',
                    index === steps.length - 1 ? 'end-0' : index > 0 && '-translate-x-1/2 rtl:translate-x-1/2',
                    index % every !== 0 && 'hidden',
                    // Six labels stand in each other's way on a phone.
                    index % (2 * every) !== 0 && 'max-sm:hidden',
                  )}
                  style={
                    index === steps.length - 1
                      ? undefined
                      : { insetInlineStart: `${(index / (steps.length - 1)) * 100}%` }
                  }
                >
                  {step.shortLabel}
                </span>
              ))}
            </div>
          </div>
        </div>
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {series.map((each) => (
          <li key={each.id} className="flex items-center gap-2">
            <svg viewBox="0 0 24 8" aria-hidden="true" className={clsx('h-2 w-6', toneText[each.tone])}>
              <path
                d="M1 4H23"
                fill="none"
                stroke="currentColor"
                strokeWidth="2.5"
                strokeDasharray={each.forecast ? '4 3.5' : undefined}
              />
            </svg>
            <ToneIcon tone={each.tone} className={clsx('size-4', toneText[each.tone])} />
            {each.label}
          </li>
        ))}
      </ul>
      <ChartData
        openLabel={table.openLabel}
        caption={label}
        columns={[table.stepColumn, ...series.map((each) => each.label)]}
        rows={steps.map((step, index) => [
          step.label,
          ...series.map((each) => {
            const value = each.values[index]
            return value === null || value === undefined ? '' : format(value)
          }),
        ])}
      />
    </figure>
  )
}

type PlotProps = Pick<TrendChartProps, 'series'> & { top: number; levels: readonly number[]; height: number }

/** Stretched to its room; strokes keep their breadth. */
function Plot({ series, top, levels, height }: PlotProps) {
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block w-full overflow-visible rtl:-scale-x-100"
      style={{ height }}
    >
      {levels.map((level) => (
        <path
          key={level}
          d={`M0 ${100 - (level / top) * 100}H100`}
          className={level === 0 ? 'stroke-line-strong' : 'stroke-line'}
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {series.map((each) => (
        <path
          key={each.id}
          d={trendPath(each.values, top)}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={each.forecast ? '5 6' : undefined}
          vectorEffect="non-scaling-stroke"
          className={toneText[each.tone]}
        />
      ))}
    </svg>
  )
}

/** The tone's icon where a line ends, so that lines are told apart without their colours. */
function LineEnd({ series, top }: { series: TrendSeries; top: number }) {
  const last = series.values.findLastIndex((value) => value !== null)
  const value = series.values[last]
  if (value === null || value === undefined) return null
  const across = (last / Math.max(1, series.values.length - 1)) * 100
  return (
    <span
      className="absolute -translate-x-1/2 translate-y-1/2 rtl:translate-x-1/2"
      style={{ insetInlineStart: `${across}%`, bottom: `${(value / top) * 100}%` }}
    >
      <ToneIcon tone={series.tone} className={clsx('size-4 rounded-full bg-surface', toneText[series.tone])} />
    </span>
  )
}
