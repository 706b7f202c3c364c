import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type Tone, toneSoft } from '../tone.ts'

export interface BadgeProps {
  tone?: Tone | undefined
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A short word set apart. For a state use `StatusBadge`, which brings its icon. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs leading-5 font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
        toneSoft[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
