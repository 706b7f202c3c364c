'use client'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'
import { useWaiting } from './use-ready.ts'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean | undefined
}

export interface SelectProps extends ComponentProps<'select'> {
  /** Options as data; or give `<option>`s as children. */
  options?: readonly SelectOption[] | undefined
}

/** The platform's own select: right on every phone, and no script. */
export function Select({ className, options = [], children, ...rest }: SelectProps) {
  const waiting = useWaiting(rest.onChange !== undefined, rest.disabled)
  return (
    <select
      {...rest}
      {...waiting}
      className={clsx(controlClass, 'select-arrow h-11 appearance-none pe-8 sm:h-10', className)}
    >
      {children}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
