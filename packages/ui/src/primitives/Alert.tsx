import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { toneSoft } from '../tone.ts'

export type AlertTone = 'info' | 'success' | 'warning' | 'danger'

const looks = {
  info: { tone: 'info', Icon: Info },
  success: { tone: 'good', Icon: CircleCheck },
  warning: { tone: 'soon', Icon: TriangleAlert },
  danger: { tone: 'out', Icon: CircleAlert },
} as const

export interface AlertProps {
  tone?: AlertTone | undefined
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** It appeared after the page did: announced at once when `danger`, else when there is a pause. */
  live?: boolean | undefined
  className?: string | undefined
}

/** A message that stands in the page. */
export function Alert({ tone = 'info', title, children, actions, live, className }: AlertProps) {
  const { tone: colour, Icon } = looks[tone]
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div role={role} className={clsx('flex gap-3 rounded-xl p-4', toneSoft[colour], className)}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div className={clsx('text-ink', title && 'mt-0.5')}>{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
