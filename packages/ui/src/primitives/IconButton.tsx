'use client'
import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useWaiting } from './use-ready.ts'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does: read aloud, and shown on hover. */
  label: string
  icon: ReactNode
  className?: string | undefined
  /** Does its work without script: it opens or closes what it names. */
  native?: boolean | undefined
}

/** A button that is an icon alone; 44 px on a phone, 36 on a desk. */
export function IconButton({ label, icon, className, native = false, ...rest }: IconButtonProps) {
  const byScript = !native && (rest.onClick !== undefined || rest.type === 'submit')
  const waiting = useWaiting(byScript, rest.disabled)
  return (
    <button
      type="button"
      title={label}
      {...rest}
      {...waiting}
      aria-label={label}
      className={clsx(iconButtonClass, className)}
    >
      {icon}
    </button>
  )
}

const iconButtonClass =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-55 sm:size-9 [&_svg]:size-5 print:hidden'
