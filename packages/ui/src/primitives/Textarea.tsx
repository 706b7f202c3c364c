'use client'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'
import { useWaiting } from './use-ready.ts'

export type TextareaProps = ComponentProps<'textarea'>

/** Several lines of text; it grows with them where the browser can. */
export function Textarea({ className, ...rest }: TextareaProps) {
  const waiting = useWaiting(rest.onChange !== undefined, rest.disabled)
  return (
    <textarea
      rows={4}
      {...rest}
      {...waiting}
      className={clsx(controlClass, 'field-sizing-content min-h-24 py-2.5', className)}
    />
  )
}
