'use client'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'
import { useWaiting } from './use-ready.ts'

export type InputProps = ComponentProps<'input'>

/** A one-line text control. One that is read by script as it changes waits for the script. */
export function Input({ className, ...rest }: InputProps) {
  const waiting = useWaiting(rest.onChange !== undefined, rest.disabled)
  return <input {...rest} {...waiting} className={clsx(controlClass, 'h-11 sm:h-10', className)} />
}
