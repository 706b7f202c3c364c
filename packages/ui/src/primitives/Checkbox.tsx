'use client'
import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useWaiting } from './use-ready.ts'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'size'> {
  label: ReactNode
  hint?: ReactNode
  /** The label is read but not shown (rows of a table). */
  hideLabel?: boolean | undefined
}

/** A native checkbox with its label; the whole line can be pressed. */
export function Checkbox({ label, hint, hideLabel, className, ...rest }: CheckboxProps) {
  const waiting = useWaiting(rest.onChange !== undefined, rest.disabled)
  return (
    <label
      className={clsx('flex min-h-6 items-start gap-3 has-disabled:opacity-60', !hideLabel && 'py-1.5', className)}
    >
      <input {...rest} {...waiting} type="checkbox" className="mt-0.5 size-5 shrink-0 accent-accent" />
      <span className={hideLabel ? 'sr-only' : 'min-w-0'}>
        <span className="block leading-6">{label}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  )
}
