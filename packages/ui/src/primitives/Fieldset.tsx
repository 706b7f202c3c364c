import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export interface FieldsetProps {
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Needed with `hint` or `error`, to tie them to the group. */
  id?: string | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  children: ReactNode
  /** From `useWaiting`. */
  'data-waiting'?: '' | undefined
}

/** Controls that belong together, under one legend. */
export function Fieldset({ legend, hint, error, id, disabled, className, children, ...waiting }: FieldsetProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      id={id}
      disabled={disabled}
      {...waiting}
      aria-describedby={id === undefined ? undefined : described}
      className={clsx('min-w-0', className)}
    >
      <legend className="text-sm font-medium text-ink">{legend}</legend>
      {hint && (
        <p id={id && `${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="mt-2 space-y-4">{children}</div>
      {error && (
        <p id={id && `${id}-error`} className="mt-2 text-sm font-medium text-out-ink">
          {error}
        </p>
      )}
    </fieldset>
  )
}
