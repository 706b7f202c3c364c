'use client'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { Spinner } from './Spinner.tsx'

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  className?: string | undefined
  icon?: ReactNode
  /** Under way: the button keeps its focus, says so, and swallows every further press. */
  pending?: boolean | undefined
  /** Words while pending; the children otherwise. */
  pendingLabel?: ReactNode
}

/** A button. `type` is `button` unless said otherwise. */
export function Button(props: ButtonProps) {
  const { variant, size, block, className, icon, pending = false, pendingLabel, children, onClick, ...rest } = props
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass({ variant, size, block, className })}
    >
      {pending ? <Spinner /> : icon}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  )
}
