import { clsx } from 'clsx'
import { fraction } from '../charts/fraction.ts'
import { type Tone, toneFill } from '../tone.ts'

export interface ProgressBarProps {
  /** Name of what is under way. */
  label: string
  value: number
  max: number
  /** "12 of 40": what is read aloud and shown. */
  valueText: string
  tone?: Tone | undefined
  /** Only the bar is shown; name and value are read. */
  bare?: boolean | undefined
  className?: string | undefined
}

/** How much of a known whole is done. */
export function ProgressBar({ label, value, max, valueText, tone = 'good', bare, className }: ProgressBarProps) {
  return (
    <div className={className}>
      {!bare && (
        <div className="mb-1.5 flex justify-between gap-4 text-sm">
          <span className="min-w-0 truncate">{label}</span>
          <span className="text-muted tabular-nums">{valueText}</span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className="h-2 overflow-hidden rounded-full bg-line/80"
      >
        <div
          className={clsx('h-full rounded-full', toneFill[tone])}
          style={{ width: `${fraction(value, max) * 100}%` }}
        />
      </div>
    </div>
  )
}
