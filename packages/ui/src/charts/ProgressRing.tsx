import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type Tone, toneText } from '../tone.ts'
import { ringArcs } from './ring-arcs.ts'

export interface ProgressRingProps {
  /** The whole of it in words: "1.9 of 2.0 counted". */
  label: string
  /** In any one unit (thousandths, for example). */
  value: number
  max: number
  /** What is planned on top; drawn lighter and broken. */
  planned?: number | undefined
  /** The large words inside, formatted: "1.9". */
  headline: ReactNode
  /** The small words under them: "of 2.0". */
  detail?: ReactNode
  tone?: Tone | undefined
  /** Pixels across. */
  size?: number | undefined
  className?: string | undefined
}

const radius = 52
const around = 2 * Math.PI * radius

/** Counted against required, as a ring with its figures inside. */
export function ProgressRing(props: ProgressRingProps) {
  const { label, value, max, planned, headline, detail, tone = 'good', size = 120, className } = props
  const arcs = ringArcs({ value, max, planned })
  return (
    <div
      role="img"
      aria-label={label}
      className={clsx('relative grid shrink-0 place-items-center', className)}
      style={{ width: size, height: size }}
    >
      <svg viewBox="0 0 120 120" aria-hidden="true" className="absolute inset-0 size-full -rotate-90 rtl:-scale-y-100">
        <circle cx="60" cy="60" r={radius} fill="none" strokeWidth="10" className="stroke-line" />
        <g fill="none" strokeWidth="10" stroke="currentColor" className={toneText[tone]}>
          {arcs.planned > 0 && (
            <Arc from={arcs.counted} length={arcs.planned} className="opacity-60 [stroke-linecap:butt]" broken />
          )}
          {arcs.counted > 0 && <Arc from={0} length={arcs.counted} className="[stroke-linecap:round]" />}
        </g>
      </svg>
      <div aria-hidden="true" className="relative px-3 text-center leading-tight">
        <div className="font-semibold tracking-tight tabular-nums" style={{ fontSize: size * 0.22 }}>
          {headline}
        </div>
        {detail && <div className="text-xs text-muted tabular-nums">{detail}</div>}
      </div>
    </div>
  )
}

interface ArcProps {
  from: number
  length: number
  className: string
  broken?: boolean | undefined
}

/** Part of the ring; a broken one is made of short strokes. */
function Arc({ from, length, className, broken }: ArcProps) {
  const sweep = length * around
  const strokes = Math.max(1, Math.round(sweep / 7))
  const dashes = broken
    ? `${Array.from({ length: strokes }, () => `${(sweep / strokes) * 0.6} ${(sweep / strokes) * 0.4}`).join(' ')} 0 ${around}`
    : `${sweep} ${around}`
  return (
    <circle
      cx="60"
      cy="60"
      r={radius}
      strokeDasharray={dashes}
      strokeDashoffset={-from * around}
      className={className}
    />
  )
}
