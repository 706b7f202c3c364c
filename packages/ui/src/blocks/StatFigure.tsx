import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { ToneIcon } from '../primitives/ToneIcon.tsx'
import { type Tone, toneText } from '../tone.ts'

export interface StatFigureProps {
  label: ReactNode
  /** Formatted. */
  value: ReactNode
  /** Share, change, or what it is of. */
  detail?: ReactNode
  /** Shows the tone's icon beside the label. */
  tone?: Tone | undefined
  /** Where the rows behind the number are. */
  href?: string | undefined
  /** A `Sparkline`. */
  trend?: ReactNode
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** A headline number; it leads to the rows it counts. */
export function StatFigure({
  label,
  value,
  detail,
  tone,
  href,
  trend,
  linkAs: Link = 'a',
  className,
}: StatFigureProps) {
  const name = (
    <span className="flex items-center gap-1.5 text-sm text-muted">
      {tone && <ToneIcon tone={tone} className={clsx('size-4 shrink-0', toneText[tone])} />}
      <span className="min-w-0">{label}</span>
    </span>
  )
  const figure = (
    <span className="mt-1 flex items-end justify-between gap-3">
      <span className="text-2xl leading-tight font-semibold tracking-tight tabular-nums sm:text-[1.75rem]">
        {value}
      </span>
      {trend && <span className="min-w-0 shrink">{trend}</span>}
    </span>
  )
  const rest = detail && <span className="mt-1 block text-sm text-muted">{detail}</span>
  const look = clsx('block min-w-0 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-5', className)
  if (href === undefined) {
    return (
      <div data-card="" className={look}>
        {name}
        {figure}
        {rest}
      </div>
    )
  }
  return (
    <Link href={href} className={clsx(look, 'transition-colors hover:border-line-strong hover:bg-sunken/50')}>
      {name}
      {figure}
      {rest}
    </Link>
  )
}
