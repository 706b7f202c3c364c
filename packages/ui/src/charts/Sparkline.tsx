import { clsx } from 'clsx'
import { type Tone, toneText } from '../tone.ts'
import { sparkPoints } from './spark-points.ts'

export interface SparklineProps {
  /** What it shows, in words, with its first and last figure. */
  label: string
  values: readonly number[]
  tone?: Tone | undefined
  className?: string | undefined
}

/** The course of a figure, as small as a word. */
export function Sparkline({ label, values, tone = 'good', className }: SparklineProps) {
  const points = sparkPoints(values, { width: 96, height: 28, inset: 3 })
  const last = points.at(-1)
  if (!last) return null
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 96 28"
      className={clsx('block h-7 w-24 max-w-full overflow-visible', toneText[tone], className)}
    >
      <polyline
        points={points.map(([x, y]) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx={last[0]} cy={last[1]} r="2.75" fill="currentColor" />
    </svg>
  )
}
