import type { ReactNode } from 'react'
import type { AlertTone } from './Alert.tsx'

export interface ToastMessage {
  title: ReactNode
  description?: ReactNode
  tone?: AlertTone | undefined
  /** Taking it back, most often. */
  action?: { label: string; onSelect: () => void } | undefined
  /** Milliseconds it stays; 6,000 by default, 10,000 with an action, and for ever when it is a `danger`. */
  duration?: number | undefined
}
