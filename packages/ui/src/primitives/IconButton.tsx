import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does: read aloud, and shown on hover. */
  label: string
  icon: ReactNode
  className?: string | undefined
}

/** A button that is an icon alone; 44 px on a phone, 36 on a desk. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={clsx(iconButtonClass, className)}>
      {icon}
    </button>
  )
}

export const iconButtonClass =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-55 sm:size-9 [&_svg]:size-5 print:hidden'
