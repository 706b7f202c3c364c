'use client'
import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useWaiting } from './use-ready.ts'

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role' | 'size'> {
  label: ReactNode
  hint?: ReactNode
}

const asSwitch = { type: 'checkbox', role: 'switch' }

/** On or off at once (a checkbox waits for a button; a switch does not). */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const waiting = useWaiting(rest.onChange !== undefined, rest.disabled)
  return (
    <label className={clsx('flex items-start justify-between gap-4 py-2 has-disabled:opacity-60', className)}>
      <span className="min-w-0">
        <span className="block leading-6 font-medium">{label}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
      <input
        {...rest}
        {...waiting}
        {...asSwitch}
        className="relative h-6 w-11 shrink-0 appearance-none rounded-full bg-line-strong transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-5 before:rounded-full before:bg-surface before:shadow-card before:transition-all checked:bg-accent checked:before:start-5.5 forced-colors:appearance-auto"
      />
    </label>
  )
}
