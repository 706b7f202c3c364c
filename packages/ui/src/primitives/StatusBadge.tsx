import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'
import { Badge } from './Badge.tsx'

export interface StatusBadgeProps {
  tone: Tone
  /** In place of the tone's own mark. */
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A state as colour, mark and word together. */
export function StatusBadge({ tone, icon, className, children }: StatusBadgeProps) {
  return (
    <Badge tone={tone} icon={icon} className={clsx(!icon && 'state', className)}>
      {children}
    </Badge>
  )
}
