import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'

export interface BadgeProps {
  tone?: Tone | undefined
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A short word set apart. For a state use `StatusBadge`, which brings its icon. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span className={clsx('badge', `is-${tone}`, className)}>
      {icon}
      {children}
    </span>
  )
}
