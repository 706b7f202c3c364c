import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

export type TextareaProps = ComponentProps<'textarea'>

/** Several lines of text; it grows with them where the browser can. */
export function Textarea({ className, ...rest }: TextareaProps) {
  return (
    <textarea rows={4} {...rest} className={clsx(controlClass, 'field-sizing-content min-h-24 py-2.5', className)} />
  )
}
