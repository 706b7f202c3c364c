import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

export type InputProps = ComponentProps<'input'>

/** A one-line text control. */
export function Input({ className, ...rest }: InputProps) {
  return <input {...rest} className={clsx(controlClass, 'h-11 sm:h-10', className)} />
}
