'use client'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import { Press } from './Press.tsx'
import type { ToastMessage } from './toast-message.ts'

const looks = {
  info: { Icon: Info, className: 'text-info' },
  success: { Icon: CircleCheck, className: 'text-accent' },
  warning: { Icon: TriangleAlert, className: 'text-soon' },
  danger: { Icon: CircleAlert, className: 'text-out' },
}

export interface ToastItemProps {
  message: ToastMessage
  dismissLabel: string
  onDismiss: () => void
}

/** One message. Its time stands still while the pointer or the focus is on it. */
export function ToastItem({ message, dismissLabel, onDismiss }: ToastItemProps) {
  const { title, description, tone = 'info', action } = message
  const [held, setHeld] = useState(false)
  const expire = useEffectEvent(onDismiss)
  const stay = message.duration ?? (tone === 'danger' ? 0 : action ? 10_000 : 6_000)
  useEffect(() => {
    if (held || stay === 0) return
    const timer = setTimeout(() => expire(), stay)
    return () => clearTimeout(timer)
  }, [held, stay])
  const { Icon, className } = looks[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className="pointer-events-auto flex w-full max-w-sm animate-appear items-start gap-3 rounded-xl border border-line bg-raised py-2 ps-4 pe-2 shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <Icon aria-hidden className={`mt-2 size-5 shrink-0 ${className}`} />
      <div className="min-w-0 flex-1 py-1.5 text-sm">
        <p className="font-medium">{title}</p>
        {description && <p className="text-muted">{description}</p>}
        {action && (
          <Press
            className="mt-1 min-h-8 font-semibold text-accent-ink underline-offset-3 hover:underline"
            onClick={() => {
              action.onSelect()
              onDismiss()
            }}
          >
            {action.label}
          </Press>
        )}
      </div>
      <IconButton label={dismissLabel} icon={<X />} onClick={onDismiss} />
    </div>
  )
}
