import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'
import { Badge } from './Badge.tsx'
import { ToneIcon } from './ToneIcon.tsx'

export interface StatusBadgeProps {
  tone: Tone
  /** In place of the tone's own icon. */
  icon?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A state as colour, icon and word together. */
export function StatusBadge({ tone, icon, className, children }: StatusBadgeProps) {
  return (
    <Badge tone={tone} icon={icon ?? <ToneIcon tone={tone} />} className={className}>
      {children}
    </Badge>
  )
}
